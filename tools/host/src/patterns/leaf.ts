import { BlockList, isIP } from 'node:net'
import { numericRange } from './numeric.ts'
import { wildcard } from './wildcard.ts'

/** What the list of values at a path takes. */
export type LeafMatcher = {
  readonly present: (value: unknown) => boolean
  /** Whether an event without the field matches. */
  readonly absent: boolean
}

type Test = (value: unknown) => boolean

/** The operators a value in a pattern may use, each with what makes a test of its operand. */
const operators: Readonly<Record<string, (operand: unknown, path: string) => Test>> = {
  prefix: (operand, path) => affix('prefix', operand, path, (text, part) => text.startsWith(part)),
  suffix: (operand, path) => affix('suffix', operand, path, (text, part) => text.endsWith(part)),
  'equals-ignore-case': (operand, path) => ignoringCase(textOf('equals-ignore-case', operand, path)),
  wildcard: (operand, path) => wildcard(textOf('wildcard', operand, path), path),
  numeric: (operand, path) => numericRange(operand, path),
  cidr: (operand, path) => cidr(textOf('cidr', operand, path), path),
  'anything-but': (operand, path) => anythingBut(operand, path),
}

export const OPERATORS: ReadonlySet<string> = new Set([...Object.keys(operators), 'exists'])

export const leafMatcher = (values: readonly unknown[], path: string): LeafMatcher => {
  if (values.length === 0) throw new Error(`an empty list matches nothing at "${path}"`)
  const tests = values.map((value) => test(value, path))
  return {
    present: (value) => tests.some((takes) => takes(value)),
    absent: values.some((value) => isObject(value) && value['exists'] === false),
  }
}

const test = (value: unknown, path: string): Test => {
  if (!isObject(value)) {
    if (Array.isArray(value)) throw new Error(`a list within a list is no value of a pattern, at "${path}"`)
    return (actual) => actual === value
  }
  const [name, ...others] = Object.keys(value)
  if (name === undefined || others.length > 0) throw new Error(`one operator for each value, at "${path}"`)
  if (name === 'exists') return existence(value['exists'], path)
  const operator = operators[name]
  if (!operator) throw new Error(`the event pattern operator "${name}" is not simulated, at "${path}"`)
  return operator(value[name], path)
}

const existence = (operand: unknown, path: string): Test => {
  if (typeof operand !== 'boolean') throw new Error(`"exists" takes true or false, at "${path}"`)
  return () => operand
}

/** `prefix` and `suffix` take a text, or `{ "equals-ignore-case": text }`. */
const affix = (name: string, operand: unknown, path: string, fits: (text: string, part: string) => boolean): Test => {
  if (!isObject(operand)) {
    const part = textOf(name, operand, path)
    return (value) => typeof value === 'string' && fits(value, part)
  }
  if (Object.keys(operand).join() !== 'equals-ignore-case')
    throw new Error(`"${name}" takes a text or equals-ignore-case, at "${path}"`)
  const part = textOf(name, operand['equals-ignore-case'], path).toLowerCase()
  return (value) => typeof value === 'string' && fits(value.toLowerCase(), part)
}

const ignoringCase = (text: string): Test => {
  const lower = text.toLowerCase()
  return (value) => typeof value === 'string' && value.toLowerCase() === lower
}

const cidr = (range: string, path: string): Test => {
  const [address = '', bits = ''] = range.split('/')
  const family = isIP(address)
  const most = family === 4 ? 32 : 128
  if (family === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most)
    throw new Error(`"${range}" is not a range such as 10.0.0.0/24, at "${path}"`)
  const list = new BlockList()
  list.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6')
  return (value) => {
    const of = typeof value === 'string' ? isIP(value) : 0
    return typeof value === 'string' && of === family && list.check(value, of === 4 ? 'ipv4' : 'ipv6')
  }
}

/** One value or a list of texts or of numbers; or one operator on texts, with one operand or a list. */
const anythingBut = (operand: unknown, path: string): Test => {
  const tests = isObject(operand) ? nestedIn(operand, path) : plain(operand, path)
  return (value) => !tests.some((takes) => takes(value))
}

const NESTED = new Set(['prefix', 'suffix', 'equals-ignore-case', 'wildcard'])

const nestedIn = (operand: Readonly<Record<string, unknown>>, path: string): readonly Test[] => {
  const [name = '', ...others] = Object.keys(operand)
  const operator = NESTED.has(name) && others.length === 0 ? operators[name] : undefined
  if (!operator) throw new Error(`"anything-but" takes no ${name || 'empty object'}, at "${path}"`)
  const operands = operand[name]
  return (Array.isArray(operands) ? operands : [operands]).map((each) => operator(textOf(name, each, path), path))
}

const plain = (operand: unknown, path: string): readonly Test[] => {
  const list: readonly unknown[] = Array.isArray(operand) ? operand : [operand]
  const ofOneKind = ['string', 'number'].some((kind) => list.every((each) => typeof each === kind))
  if (list.length === 0 || !ofOneKind) throw new Error(`"anything-but" takes texts or numbers, at "${path}"`)
  return list.map(
    (each): Test =>
      (value) =>
        value === each,
  )
}

const textOf = (name: string, operand: unknown, path: string): string => {
  if (typeof operand !== 'string') throw new Error(`"${name}" takes a text, at "${path}"`)
  return operand
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
