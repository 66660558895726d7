import { err, ok, type Result } from '@awayday/kernel'
import type { EdgeRefusal } from '../problems.ts'
import { namesTwice } from './names-twice.ts'
import { survey } from './survey.ts'

/** Reads JSON text so that nothing is lost, changed or doubled on the way in; what would be is refused. */
export const parseJson = (text: string): Result<unknown, EdgeRefusal> => {
  const value = parsed(text)
  if (value === NOT_JSON) return err({ type: 'MalformedJson' })
  // Without a backslash no text inside can differ from what stands here, and JSON admits no raw NUL.
  const plain = !text.includes('\\') && text.isWellFormed()
  const { members, refusal } = survey(value, plain)
  if (refusal) return err(refusal)
  return namesTwice(text, members) ? err({ type: 'DuplicateKey' }) : ok(value)
}

const NOT_JSON = Symbol('not JSON')

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return NOT_JSON
  }
}
