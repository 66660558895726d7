import { type Answer, type EdgeRefusal, route } from '@awayday/edge'
import { err, ok, type Result } from '@awayday/kernel'
import { issueTokenFor } from '#application/issue-token.ts'
import { signOut } from '#application/sign-in.ts'
import type { DirectoryWorld } from '#composition/compose.ts'
import { type CrossSite, crossSite } from '#wire/cross-site.ts'

type Refused = CrossSite | Extract<EdgeRefusal, { readonly type: 'NotSignedIn' | 'UnsupportedMediaType' }>
const problems = { CrossSite: { status: 403, title: 'This is for our own pages only' } }

export const routes = [
  route({
    on: 'POST /v1/session/token',
    open: true,
    problems,
    run: async (world: DirectoryWorld, { cookies, header }): Promise<Result<Answer, Refused>> => {
      const refused = crossSite(header)
      if (refused) return refused
      if (!/^application\/json\b/i.test(header('content-type') ?? '')) return err({ type: 'UnsupportedMediaType' })
      const issued = await issueTokenFor(world)(cookies)
      return issued.ok ? ok({ status: 200, body: issued.value, headers: noStore }) : issued
    },
  }),
  route({
    on: 'DELETE /v1/session',
    open: true,
    problems,
    run: async (world: DirectoryWorld, { cookies, header }) => {
      const refused = crossSite(header)
      if (refused) return refused
      const { cookie } = await signOut(world)(cookies)
      return ok({ status: 204, cookies: [cookie], headers: noStore })
    },
  }),
]

/** Answers with tokens and cookies are nobody's to keep. */
const noStore = { 'cache-control': 'no-store' }
