import { type Consumer, eventsIn, readBody } from '@awayday/event-sourcing'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { eachInTurn } from './each-in-turn.ts'
import { passFor, peopleIn } from './pass.ts'
import { ownerOf } from './person-stream.ts'

/** What waits for somebody waits for their deputy too, from the moment they are named; for those whose days are still to come `pass` looks every hour. */
export const tellDeputies = (world: World): Consumer => ({
  name: 'deputies',
  consume: async ({ stream, record }) => {
    const named = eventsIn(record, personCodec).some(({ type }) => type === 'DeputyNamed' || type === 'DeputyRemoved')
    const approver = ownerOf(stream)
    if (!named || !approver) return
    const { at, correlation } = readBody(record)
    const cause = `${stream.name}@${record.version}`
    const meta = { tenant: stream.tenant, actor: 'system:awayday.deputies', key: cause, correlation, cause, at }
    const waiting = await world.views.waitingFor(stream.tenant, approver)
    await eachInTurn(peopleIn(waiting), (person) => passFor(world, person, meta))
  },
})
