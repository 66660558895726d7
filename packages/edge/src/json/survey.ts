import type { EdgeRefusal } from '../problems.ts'
import { isStorable } from '../storable.ts'

/** Deeper than any input of ours, and what DynamoDB can nest. */
export const DEPTH_MAX = 32

/** What was met on the way through a parsed JSON value. */
export type Survey = { readonly members: number; readonly refusal?: EdgeRefusal }

/**
 * Walks a parsed value once, however it is nested: counts the members of its objects, and refuses what our stores or
 * JavaScript would change: text that cannot be stored, numbers that were not read exactly, names that objects own.
 * `plain`: its texts are known to be storable.
 */
export const survey = (value: unknown, plain: boolean): Survey => {
  const walk: Walk = { plain, members: 0, path: [], found: undefined }
  if (pass(value, 0, walk)) return walk
  const path = walk.path.reverse().join('.')
  if (walk.found === UNSTORABLE) return { members: walk.members, refusal: { type: 'UnstorableText', path } }
  const message = walk.found ?? ''
  return { members: walk.members, refusal: { type: 'InvalidInput', issues: [{ path, message }] } }
}

type Walk = { readonly plain: boolean; members: number; found: string | undefined; readonly path: (string | number)[] }

const UNSTORABLE = 'unstorable'

/** False: something was found; the path to it is collected on the way back, innermost first. */
const pass = (value: unknown, depth: number, walk: Walk): boolean => {
  if (typeof value === 'string') return walk.plain || isStorable(value) || found(walk, UNSTORABLE)
  if (typeof value === 'number')
    return (value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER) || found(walk, 'a number too large')
  if (typeof value !== 'object' || value === null) return true
  if (depth === DEPTH_MAX) return found(walk, `nested more than ${DEPTH_MAX} deep`)
  return Array.isArray(value) ? passList(value, depth, walk) : passObject(value, depth, walk)
}

const passList = (list: readonly unknown[], depth: number, walk: Walk): boolean => {
  for (let n = 0; n < list.length; n++) {
    if (pass(list[n], depth + 1, walk)) continue
    walk.path.push(n)
    return false
  }
  return true
}

const passObject = (object: object, depth: number, walk: Walk): boolean => {
  for (const name in object) {
    walk.members++
    if (passMember(object as Readonly<Record<string, unknown>>, name, depth, walk)) continue
    walk.path.push(name)
    return false
  }
  return true
}

const passMember = (object: Readonly<Record<string, unknown>>, name: string, depth: number, walk: Walk): boolean => {
  if (name === '__proto__') return found(walk, 'not a name for a member')
  if (!walk.plain && !isStorable(name)) return found(walk, UNSTORABLE)
  return pass(object[name], depth + 1, walk)
}

const found = (walk: Walk, what: string): false => {
  walk.found = what
  return false
}
