import { type LeafMatcher, leafMatcher, OPERATORS } from './leaf.ts'

/** What matches an event, compiled once. */
export type EventPattern = (event: unknown) => boolean

/** One conjunction: every path must have a value that its matcher takes. */
type Conjunction = readonly (readonly [path: string, matcher: LeafMatcher])[]

/**
 * An EventBridge event pattern: fields are ANDed, the values of a field ORed, `$or` joins alternatives. Throws a sentence
 * that names what is not a pattern, or not simulated. One thing differs: EventBridge compares exact numbers as they are
 * written (300 and 300.0 differ); here both are JSON values, so they are the same number.
 */
export const eventPattern = (pattern: unknown): EventPattern => {
  const alternatives = conjunctions(pattern, '')
  return (event) => {
    const fields = flatten(event)
    return alternatives.some((conjunction) => holds(conjunction, fields))
  }
}

const conjunctions = (pattern: unknown, path: string): readonly Conjunction[] => {
  if (!isObject(pattern)) throw new Error(`an event pattern must be an object${at(path)}`)
  const members = Object.entries(pattern)
  if (members.length === 0) throw new Error(`an event pattern must name a field${at(path)}`)
  return members.reduce<readonly Conjunction[]>(
    (before, [name, value]) => {
      const next = isOr(name, value)
        ? value.flatMap((alternative) => conjunctions(alternative, path))
        : ofField(value, path === '' ? name : `${path}.${name}`)
      return before.flatMap((left) => next.map((right) => [...left, ...right]))
    },
    [[]],
  )
}

const ofField = (value: unknown, path: string): readonly Conjunction[] =>
  Array.isArray(value) ? [[[path, leafMatcher(value, path)]]] : conjunctions(value, path)

/** `$or` is the operator only with two or more objects whose fields are not operators; else it is a field of that name. */
const isOr = (name: string, value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  name === '$or' &&
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((each) => isObject(each) && Object.keys(each).every((field) => !OPERATORS.has(field)))

/** A leaf of the event, and which element of which array it lies in. */
type Field = { readonly value: unknown; readonly within: Readonly<Record<string, number>> }
type Fields = ReadonlyMap<string, readonly Field[]>

/** By path: nested keys and keys with dots are the same path; nested arrays are one array. */
const flatten = (event: unknown): Fields => {
  const fields = new Map<string, Field[]>()
  let arrays = 0
  const visit = (value: unknown, path: string, within: Field['within']): void => {
    if (Array.isArray(value)) {
      const array = `${arrays++}`
      for (const [n, element] of value.entries())
        visit(element, path, isObject(element) ? { ...within, [array]: n } : within)
    } else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) visit(member, path === '' ? name : `${path}.${name}`, within)
    } else {
      const known = fields.get(path)
      if (known) known.push({ value, within })
      else fields.set(path, [{ value, within }])
    }
  }
  visit(event, '', {})
  return fields
}

/**
 * One value per path, all from the same elements of the arrays they share: a person called Anna and another called Jones
 * are not an Anna Jones.
 */
const holds = (conjunction: Conjunction, fields: Fields, within: Field['within'] = {}): boolean => {
  const [first, ...rest] = conjunction
  if (!first) return true
  const [path, matcher] = first
  const found = fields.get(path)
  if (!found) return matcher.absent && holds(rest, fields, within)
  return found.some(
    (field) =>
      matcher.present(field.value) &&
      Object.entries(field.within).every(([array, n]) => (within[array] ?? n) === n) &&
      holds(rest, fields, { ...within, ...field.within }),
  )
}

const at = (path: string): string => (path === '' ? '' : ` at "${path}"`)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
