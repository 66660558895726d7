import { SomebodyElse } from './trouble.ts'

/**
 * A token lives five minutes; it is renewed a minute earlier. Measured from when it came, by the page's own clock: the
 * server's calendar is not ours, and a demo may move it.
 */
const RENEW_AFTER_MS = 4 * 60_000

export type Bearer = {
  /** A token that should hold; asks for a new one where there is none. One question at a time, whoever asks. */
  readonly token: () => Promise<string>
  /** The API refused this one: forget it, unless there is a newer one already. */
  readonly refused: (token: string) => void
  /** Whoever signs in next may be somebody else. */
  readonly forget: () => void
}

type World = {
  /** Exchanges the session's cookie for a token. Throws `NotSignedIn`. */
  readonly issue: () => Promise<string>
  readonly elapsedMs: () => number
}

export const bearer = ({ issue, elapsedMs }: World): Bearer => {
  let held: { readonly token: string; readonly since: number } | undefined
  let person: string | undefined
  let underway: Promise<string> | undefined

  const renew = async (): Promise<string> => {
    try {
      const token = await issue()
      const now = personIn(token)
      // The cookie belongs to the browser: another tab may have signed in as somebody else since.
      if (person !== undefined && person !== now) throw new SomebodyElse()
      person = now
      held = { token, since: elapsedMs() }
      return token
    } finally {
      underway = undefined
    }
  }

  return {
    token: async () => {
      if (held && elapsedMs() - held.since < RENEW_AFTER_MS) return held.token
      underway ??= renew()
      return underway
    },
    refused: (token) => {
      if (held?.token === token) held = undefined
    },
    forget: () => {
      held = undefined
      person = undefined
    },
  }
}

/** Whom a token is about: the `sub` of its payload. It is read to compare, never to decide; the server decides. */
export const personIn = (token: string): string | undefined => {
  try {
    const payload = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    const { sub } = JSON.parse(payload) as { readonly sub?: unknown }
    return typeof sub === 'string' ? sub : undefined
  } catch {
    return undefined
  }
}
