/** What went wrong that nobody asking can mend: the platform (`503`, worth another try) or a defect (`500`). */
export type Trouble = {
  readonly status: 500 | 503
  /** The error's name and, where the platform has one, its code. */
  readonly name: string
  readonly code?: string
  /** Where it was thrown, innermost first. Never the message: it may quote what somebody wrote, or a secret. */
  readonly at: readonly string[]
  readonly cause?: Trouble
}

/** Recognised by name, so that it survives two copies of a package: `StoreUnavailable`, `BusUnavailable`. */
export const troubleOf = (thrown: unknown, depth = 0): Trouble => {
  if (!(thrown instanceof Error)) return { status: 500, name: 'NotAnError', at: [] }
  const name = WORD.test(thrown.name) ? thrown.name : 'Error'
  const code = 'code' in thrown ? String(thrown.code) : ''
  return {
    status: name.endsWith('Unavailable') ? 503 : 500,
    name,
    ...(WORD.test(code) ? { code } : {}),
    at: framesOf(thrown),
    ...(thrown.cause !== undefined && depth < CAUSES_MAX ? { cause: troubleOf(thrown.cause, depth + 1) } : {}),
  }
}

/** What leaves in its place: the kind of trouble, for the platform's retries, and nothing of the message. */
export const neutralError = ({ name, status }: Trouble): Error => {
  const error = new Error(phrases[status])
  error.name = name
  error.stack = `${name}: ${phrases[status]}`
  return error
}

/** The standard phrases, which are also the titles of `about:blank` problems. */
export const phrases = { 500: 'Internal Server Error', 503: 'Service Unavailable' } as const

const framesOf = ({ message, stack = '' }: Error): readonly string[] => {
  const start = stack.indexOf(message) + message.length // a message may itself look like frames
  return stack
    .slice(start)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, FRAMES_MAX)
}

/** Names and codes are words; what is not one could carry anything. */
const WORD = /^\w{1,64}$/
const FRAMES_MAX = 8
const CAUSES_MAX = 3
