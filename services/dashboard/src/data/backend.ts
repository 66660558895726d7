import { QueryCache, QueryClient } from '@tanstack/react-query'
import { bearer } from '#api/bearer.ts'
import { asking, listening } from '#api/client.ts'
import { endSession, issueToken, signInAs } from '#api/session.ts'
import { mayPass, NotSignedIn, SomebodyElse } from '#api/trouble.ts'
import { connect, elapsedMs, reload } from '#platform/browser.ts'
import { cell } from '#platform/cell.ts'
import { freshness } from './freshness.ts'

/** `somebodyElse`: another tab of this browser signed in as somebody else; this page does nothing any more. */
export type SessionState = 'starting' | 'signedIn' | 'signedOut' | 'somebodyElse' | 'unreachable'

export const session = cell<SessionState>('starting')
export const fresh = freshness()

const tokens = bearer({ issue: issueToken, elapsedMs })
export const ask = asking(tokens)
export const listen = listening(tokens, connect)

/** Trouble with the session changes the whole page, wherever it was met. */
export const met = (trouble: unknown): void => {
  if (trouble instanceof NotSignedIn) {
    tokens.forget()
    session.set('signedOut')
  }
  if (trouble instanceof SomebodyElse) session.set('somebodyElse')
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: met }),
  defaultOptions: {
    // `always`: a server on this very machine answers also when the browser thinks it is offline.
    queries: { networkMode: 'always', retry: (failures, trouble) => mayPass(trouble) && failures < 2 },
    mutations: { networkMode: 'always', retry: (failures, trouble) => mayPass(trouble) && failures < 2, onError: met },
  },
})

/** Whether the browser's cookie still opens a session. */
export const resume = async (): Promise<void> => {
  try {
    await tokens.token()
    session.set('signedIn')
  } catch (trouble) {
    met(trouble)
    if (session.get() === 'starting') session.set('unreachable')
  }
}

export const signIn = async (person: string): Promise<void> => {
  await signInAs(person)
  tokens.forget()
  await tokens.token()
  queries.clear() // nothing of whoever was here before
  fresh.reset()
  session.set('signedIn')
}

/** The session ends on the server; what this page knew goes with the page. */
export const signOut = async (): Promise<void> => {
  await endSession()
  reload()
}
