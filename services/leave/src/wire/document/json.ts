import { err, ok, type Result } from '@awayday/kernel'
import { type Mistake, step } from './mistake.ts'

/** 10 MiB of text. */
export const TEXT_MAX = 10 * 1024 * 1024
/** More than any document needs, and far less than would exhaust the stack. */
const DEPTH_MAX = 64

/** The value of a JSON text. Unlike `JSON.parse` alone it refuses what is named twice, of which the last would silently win. */
export const parseJson = (text: string): Result<unknown, readonly Mistake[]> => {
  if (text.length > TEXT_MAX) return err([{ path: '$', message: 'is longer than 10 MiB' }])
  const scanned = scan(text)
  if (scanned.length > 0) return err(scanned)
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    return err([{ path: '$', message: `is not JSON: ${error instanceof Error ? error.message : 'unreadable'}` }])
  }
}

/** The objects and lists around a place in the text. `keys` of an object; `next` of a list. */
type Around = { readonly path: string; readonly keys: Set<string> | null; next: number; key: string | null }

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g

/** Names that are used twice or that mean something to JavaScript, and what is nested too deep. Of a text that is no JSON it may find anything. */
const scan = (text: string): readonly Mistake[] => {
  const mistakes: Mistake[] = []
  const around: Around[] = []
  let key: string | null = null
  for (const [token] of text.matchAll(TOKENS)) {
    const inner = around.at(-1)
    if (token === '{' || token === '[') {
      if (around.length === DEPTH_MAX) return [{ path: '$', message: `is nested more than ${DEPTH_MAX} deep` }]
      around.push({ path: placeOf(inner), keys: token === '{' ? new Set() : null, next: 0, key: null })
    } else if (token === '}' || token === ']') around.pop()
    else if (token === ',' && inner) {
      inner.next++
      inner.key = null
    } else if (token === ':' && inner?.keys && key !== null) {
      const named = step(inner.path, key)
      if (inner.keys.has(key)) mistakes.push({ path: named, message: 'is there twice' })
      if (FORBIDDEN.includes(key)) mistakes.push({ path: named, message: 'is no name' })
      inner.keys.add(key)
      inner.key = key
    }
    key = token.startsWith('"') ? unquoted(token) : null
  }
  return mistakes
}

/** Nothing may be called so: these names are not those of ordinary members. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype']

const placeOf = (inner: Around | undefined): string =>
  inner ? step(inner.path, inner.keys ? inner.key : inner.next) : '$'

const unquoted = (token: string): string | null => {
  try {
    return String(JSON.parse(token))
  } catch {
    return null
  }
}
