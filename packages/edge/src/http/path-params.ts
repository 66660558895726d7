import { err, ok, type Result } from '@awayday/kernel'
import type { EdgeRefusal } from '../problems.ts'
import { isStorable } from '../storable.ts'

type Params = Readonly<Record<string, string>>

/** What a path's variables stand for, by name, percent-decoded. */
export const pathParams = (names: readonly string[], values: readonly string[]): Result<Params, EdgeRefusal> => {
  const params: Record<string, string> = {}
  for (let n = 0; n < names.length; n++) {
    const name = names[n] ?? ''
    const value = decoded(values[n] ?? '')
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
