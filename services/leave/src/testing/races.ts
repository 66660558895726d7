import { barrier } from '@awayday/event-sourcing/contracts'
import type { Actor, PersonId } from '@awayday/kernel'
import { approveLeave } from '#application/decide-leave.ts'
import { requestLeave } from '#application/request-leave.ts'
import { day, joins, metaOf, type Office } from './office.ts'

/** Somebody with one day left and a request for each racer, on different days. */
export const oneDayLeft = async (office: Office, name: string, racers: number) => {
  const person = `${name}-${office.tenant}` as PersonId
  const actor: Actor = { tenant: office.tenant, person, roles: ['employee'] }
  await joins(office, actor, office.ben.person)
  const ask = async (first: string, last: string): Promise<string> => {
    const ends = { first: day(first), firstPart: 'whole', last: day(last), lastPart: 'whole' } as const
    const asked = await requestLeave(office.world)({
      actor,
      meta: metaOf(office, `${first} ${last}`, { actor: person }),
      input: {
        leaveType: 'vacation',
        dates: { kind: 'range', ...ends },
        cover: null,
        exception: false,
        certificate: false,
        reason: null,
      },
    })
    if (!asked.ok) throw new Error(JSON.stringify(asked.error))
    return asked.value.request
  }
  const most = await ask('2026-06-01', '2026-06-29') // 21 of 22 days
  await approve(office, person, most, office.ben)
  const requests = []
  for (let n = 0; n < racers; n++) requests.push(await ask(`2026-07-${20 + n}`, `2026-07-${20 + n}`))
  return { person, requests }
}

/** All requests are approved at once, by Ben and by Clara in turn, and all have read before any of them writes. */
export const race = (office: Office, person: PersonId, requests: readonly string[]) => {
  const racing = { ...office, world: { ...office.world, store: barrier(office.world.store, requests.length) } }
  return Promise.all(
    requests.map((request, n) => approve(racing, person, request, n % 2 === 0 ? office.ben : office.clara)),
  )
}

const approve = ({ world, tenant, clock }: Office, person: PersonId, request: string, actor: Actor) =>
  approveLeave(world)({
    actor,
    meta: metaOf({ tenant, clock }, `approve ${person} ${request}`, { actor: actor.person }),
    input: { person, request, answer: null, inSpiteOf: [] },
  })
