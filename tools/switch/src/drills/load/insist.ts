import { setTimeout as after } from 'node:timers/promises'

/** What the product answered in the end, and how it came to that. */
export type Answered = {
  readonly status: number
  readonly body: unknown
  readonly tries: number
  /** From before the first try to the answer, by `performance.now()`. */
  readonly calledMs: number
  readonly returnedMs: number
}

/** A client gives up after this: 0 is then the status. */
const PATIENCE_MS = 90_000
/** One try; a killed process's socket answers at once. */
const TRY_MS = 20_000
const LONGEST_PAUSE_MS = 500

/** Asks as a client does that wants an answer: after a lost connection, a 429 or a 5xx, the very same again. */
export const insist = async (ask: (signal: AbortSignal) => Promise<Response>): Promise<Answered> => {
  const calledMs = performance.now()
  let last = { status: 0, body: 'no answer' as unknown }
  for (let tries = 1; ; tries++) {
    const answer = await once(ask)
    const returnedMs = performance.now()
    if (answer && !worthAnotherTry(answer)) return { ...answer, tries, calledMs, returnedMs }
    last = answer ?? last
    if (returnedMs - calledMs > PATIENCE_MS) return { ...last, status: 0, tries, calledMs, returnedMs }
    await after(Math.min(50 * 2 ** tries, LONGEST_PAUSE_MS))
  }
}

type Answer = { readonly status: number; readonly body: unknown }

const once = async (ask: (signal: AbortSignal) => Promise<Response>): Promise<Answer | undefined> => {
  try {
    const response = await ask(AbortSignal.timeout(TRY_MS))
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  } catch {
    return undefined // no connection, or it broke off
  }
}

/** GraphQL answers 200 to what went wrong in a function as well, and 200 to what was asked wrongly. */
const worthAnotherTry = ({ status, body }: Answer): boolean =>
  status >= 500 || status === 429 || JSON.stringify(body ?? null).includes('"code":"INTERNAL_SERVER_ERROR"')
