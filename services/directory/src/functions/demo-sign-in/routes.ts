import { type Answer, type EdgeRefusal, route } from '@awayday/edge'
import { err, ok, type Result } from '@awayday/kernel'
import * as v from 'valibot'
import { demoPeople } from '#application/demo-people.ts'
import { startSession } from '#application/sign-in.ts'
import type { DirectoryWorld } from '#composition/compose.ts'
import type { UnknownPerson } from '#domain/person.ts'
import { demoTenant } from '#published/demo.ts'
import { type CrossSite, crossSite } from '#wire/cross-site.ts'
import { personId } from '#wire/values.ts'

/** Anybody may be anybody: outside a demo there is nothing here, whoever wired it up. */
const noDemo = err({ type: 'NotFound' } as const)

type Refused = CrossSite | UnknownPerson | Extract<EdgeRefusal, { readonly type: 'NotFound' }>

export const routes = [
  route({
    on: 'GET /v1/demo/people',
    open: true,
    problems: {},
    run: async (world: DirectoryWorld) =>
      world.demo ? ok({ status: 200, body: { people: await demoPeople(world)(demoTenant) } }) : noDemo,
  }),
  route({
    on: 'POST /v1/demo/sign-in',
    open: true,
    body: v.strictObject({ person: personId }),
    problems: {
      CrossSite: { status: 403, title: 'This is for our own pages only' },
      UnknownPerson: { status: 404, title: 'There is no such person' },
    },
    run: async (world: DirectoryWorld, { body, header }): Promise<Result<Answer, Refused>> => {
      if (!world.demo) return noDemo
      const refused = crossSite(header)
      if (refused) return refused
      const started = await startSession(world)(demoTenant, body.person)
      return started.ok ? ok({ status: 204, cookies: [started.value.cookie] }) : started
    },
  }),
]
