import { err, ok, type Result } from '@awayday/kernel'
import type { EdgeRefusal } from '../problems.ts'
import { isStorable } from '../storable.ts'

type Params = Readonly<Record<string, string>>

/** The segments that variables stand for, percent-decoded. `names` has one for each segment, empty for fixed ones. */
export const pathParams = (names: readonly string[], segments: readonly string[]): Result<Params, EdgeRefusal> => {
  const params: Record<string, string> = {}
  for (let n = 0; n < names.length; n++) {
    const name = names[n]
    if (!name) continue
    const value = decoded(segments[n + 1] ?? '')
    if (value === undefined)
      return err({ type: 'InvalidInput', issues: [{ path: name, message: 'is not percent-encoded UTF-8' }] })
    if (!isStorable(value)) return err({ type: 'UnstorableText', path: name })
    params[name] = value
  }
  return ok(params)
}

const decoded = (segment: string): string | undefined => {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
