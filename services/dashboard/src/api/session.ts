import { readAnswer } from './answer.ts'
import { bodyOf, json, send } from './send.ts'

export type DemoPerson = {
  readonly person: string
  readonly name: string
  readonly role: 'employee' | 'approver' | 'manager' | 'hr' | 'admin'
  readonly team: string
}

/** Whom a visitor of the demo may be; nothing where this is no demo. */
export const demoPeople = async (signal: AbortSignal): Promise<readonly DemoPerson[] | null> => {
  const response = await send('/v1/demo/people', { signal })
  if (response.status === 404) return null
  const { people } = readAnswer({ status: response.status, body: await bodyOf(response) }) as {
    readonly people: readonly DemoPerson[]
  }
  return people
}

/** The session is a cookie that scripts cannot see. */
export const signInAs = (person: string): Promise<unknown> => call('/v1/demo/sign-in', json({ person }))

export const endSession = (): Promise<unknown> => call('/v1/session', { method: 'DELETE' })

/** A bearer token for the session's cookie. Throws `NotSignedIn`. */
export const issueToken = async (): Promise<string> => {
  const { token } = (await call('/v1/session/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' }, // what no form of another site can send
  })) as { readonly token: string }
  return token
}

const call = async (path: string, init: RequestInit): Promise<unknown> => {
  const response = await send(path, init)
  return readAnswer({ status: response.status, body: await bodyOf(response) })
}
