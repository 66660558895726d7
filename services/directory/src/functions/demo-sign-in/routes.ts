import { type Answer, route } from '@awayday/edge'
import { ok, type Result } from '@awayday/kernel'
import * as v from 'valibot'
import { demoPeople } from '#application/demo-people.ts'
import { startSession } from '#application/sign-in.ts'
import type { DirectoryWorld } from '#composition/compose.ts'
import { demoTenant } from '#domain/demo-tenant.ts'
import type { UnknownPerson } from '#domain/person.ts'
import { type CrossSite, crossSite } from '#wire/cross-site.ts'
import { personId } from '#wire/values.ts'

export const routes = [
  route({
    on: 'GET /v1/demo/people',
    open: true,
    problems: {},
    run: async (world: DirectoryWorld) => ok({ status: 200, body: { people: await demoPeople(world)(demoTenant) } }),
  }),
  route({
    on: 'POST /v1/demo/sign-in',
    open: true,
    body: v.strictObject({ person: personId }),
    problems: {
      CrossSite: { status: 403, title: 'This is for our own pages only' },
      UnknownPerson: { status: 404, title: 'There is no such person' },
    },
    run: async (world: DirectoryWorld, { body, header }): Promise<Result<Answer, CrossSite | UnknownPerson>> => {
      const refused = crossSite(header)
      if (refused) return refused
      const started = await startSession(world)(demoTenant, body.person)
      return started.ok ? ok({ status: 204, cookies: [started.value.cookie] }) : started
    },
  }),
]
