import { type Answered, insist } from './insist.ts'

/** Somebody of the company at a browser: signed in, with a token that is renewed. */
export type Visitor = {
  readonly person: string
  /** With a key: a command. */
  ask(on: string, more?: { readonly key?: string; readonly body?: unknown }): Promise<Answered>
  /** Answers the field of that name. */
  graphql(query: string, variables: unknown): Promise<Answered>
  /** Signs out and in again: one session ends, another begins. False: it was not possible. */
  signInAnew(): Promise<boolean>
}

/** Tokens live for five minutes. */
const TOKEN_MS = 200_000

/** `urlOf`: where the product is. */
export const visitor = (urlOf: () => string, person: string): Visitor => {
  let cookie = ''
  let token: { readonly text: string; readonly atMs: number } | undefined

  const fromOurPage = (method: string, path: string, body?: unknown) =>
    insist((signal) =>
      fetch(`${urlOf()}${path}`, {
        method,
        signal,
        headers: { 'content-type': 'application/json', origin: urlOf(), cookie },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )

  const signIn = async (): Promise<void> => {
    const signedIn = await insist(async (signal) => {
      const response = await fetch(`${urlOf()}/v1/demo/sign-in`, {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/json', origin: urlOf() },
        body: JSON.stringify({ person }),
      })
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
      return response
    })
    if (signedIn.status !== 204) throw new Error(`${person} could not sign in: ${JSON.stringify(signedIn)}`)
    token = undefined
  }

  const bearer = async (): Promise<string> => {
    if (token && performance.now() - token.atMs < TOKEN_MS) return token.text
    if (!cookie) await signIn()
    const opened = await fromOurPage('POST', '/v1/session/token')
    if (opened.status !== 200) throw new Error(`${person} was signed out: ${JSON.stringify(opened)}`)
    const { token: text } = opened.body as { readonly token: string }
    token = { text, atMs: performance.now() }
    return text
  }

  const ask: Visitor['ask'] = async (on, { key, body } = {}) => {
    const [method = '', path = ''] = on.split(' ')
    const authorization = `Bearer ${await bearer()}`
    return insist((signal) =>
      fetch(`${urlOf()}${path}`, {
        method,
        signal,
        headers: {
          authorization,
          ...(key !== undefined && { 'idempotency-key': key }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )
  }

  return {
    person,
    ask,
    async graphql(query, variables) {
      const answered = await ask('POST /graphql', { body: { query, variables } })
      const { data } = (answered.body ?? {}) as { readonly data?: Readonly<Record<string, unknown>> }
      return { ...answered, body: Object.values(data ?? {})[0] }
    },
    async signInAnew() {
      const gone = await fromOurPage('DELETE', '/v1/session')
      const old = cookie
      cookie = ''
      await signIn()
      return gone.status === 204 && cookie !== old
    },
  }
}
