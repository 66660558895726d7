import type { EdgeRefusal } from './problems.ts'

/** 1 to 128 visible ASCII characters; commands must have one. */
export const refuseKey = (key: string | undefined, command: boolean | undefined): EdgeRefusal | undefined => {
  if (key === undefined) return command ? { type: 'IdempotencyKeyMissing' } : undefined
  return key.length <= KEY_CHARACTERS_MAX && VISIBLE.test(key) ? undefined : { type: 'IdempotencyKeyInvalid' }
}

const KEY_CHARACTERS_MAX = 128
const VISIBLE = /^[!-~]+$/
