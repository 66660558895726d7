import type { BusEvent } from '@awayday/bus'
import { isEmployed } from '#domain/facts/employed.ts'
import { expiryWarnings } from '#domain/ledger/expiry-warnings.ts'
import { type LeaveEvent, leaveEvents } from '#domain/published-facts.ts'
import type { World } from '#ports/world.ts'
import { eachInTurn } from './each-in-turn.ts'
import { peopleOf } from './people.ts'
import { tellPerson } from './person-stream.ts'
import { todayOf } from './today.ts'

/**
 * Tells the other services which days somebody will lose, once a week: ahead of the last usable day by weeks that `expiryWarnings` names. What it
 * says has the same ids however often it runs in a week. It reads everybody's stream.
 */
export const warn = (world: World): Promise<void> =>
  eachInTurn(everybody(world), async ({ tenant, person }) => {
    const { state, facts } = await tellPerson(world, tenant, person)
    const today = todayOf(world, state)
    if (!isEmployed(facts.employment, today)) return
    const at = world.clock.now()
    const told = expiryWarnings(facts, today).map(({ weeks, ...warning }): BusEvent => {
      const { type, ...data }: LeaveEvent = { type: 'LeaveWillExpire', person, ...warning }
      const { leaveType, lastDay, because } = warning
      const id = `expiry/${person}/${leaveType}/${because}/${lastDay}/${weeks}`
      return { source: leaveEvents.source, type, id, tenant, at, correlation: id, data }
    })
    if (told.length > 0) await world.bus.publish(told)
  })

async function* everybody({ tenants, store }: World) {
  for await (const tenant of tenants.all())
    for await (const { person } of peopleOf(store, tenant)) yield { tenant, person }
}
