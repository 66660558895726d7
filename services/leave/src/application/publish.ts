import type { BusEvent } from '@awayday/bus'
import { utcDate } from '@awayday/clock/zone'
import { type Consumer, eventsIn, readBody, statesAround } from '@awayday/event-sourcing'
import type { LocalDate, TenantId } from '@awayday/kernel'
import { becauseIn, daysTold, noticeOf } from '#domain/company/notice.ts'
import { isKnown } from '#domain/person/employment.ts'
import type { Event } from '#domain/person/events.ts'
import { leaveFactsOf } from '#domain/person/leave-facts.ts'
import type { State } from '#domain/person/state.ts'
import { type LeaveEvent, leaveEvents } from '#domain/published-facts.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { atHand } from './at-hand.ts'
import { documentsOf } from './documents.ts'
import { following } from './person-stream.ts'
import { watchersFor } from './watchers-for.ts'

type Needs = Pick<World, 'bus' | 'store' | 'documents'>
/** `nth`: what makes the id of the message one of its record's. */
type Message = { readonly nth: string; readonly fact: LeaveEvent }

/** Tells the other services about leave, one fact a message, whole. What the directory said is not repeated. */
export const publish = (world: Needs): Consumer => {
  const around = statesAround(following)
  return {
    name: 'publish',
    consume: async (delivery) => {
      const { stream, record } = delivery
      const { before, after } = await around(delivery)
      const events = eventsIn(record, personCodec)
      const { at, correlation } = readBody(record)
      const today = utcDate(at)
      const messages = [
        ...(await aboutLeave(world, stream.tenant, events, after, today)),
        ...(before ? await aboutFigures(world, stream.tenant, before, events, after, today) : []),
      ]
      const told = messages.map(({ nth, fact: { type, ...data } }): BusEvent => {
        const id = `${stream.name}@${record.version}.${nth}`
        return { source: leaveEvents.source, type, id, tenant: stream.tenant, at, correlation, data }
      })
      if (told.length > 0) await world.bus.publish(told)
    },
  }
}

const aboutLeave = async (
  world: Needs,
  tenant: TenantId,
  events: readonly Event[],
  after: State,
  today: LocalDate,
): Promise<readonly Message[]> => {
  const facts = leaveFactsOf(events, after, today)
  if (facts.every((some) => some.length === 0)) return []
  const watchers = await watchersFor(world, tenant, after, today)
  return facts.flatMap((some, index) =>
    some.map((fact, n) => ({ nth: `${index}${n === 0 ? '' : `.${n}`}`, fact: { ...fact, watchers } })),
  )
}

/** What others have set up, not what becomes of leave: that is told as such. Nor the record that somebody starts with, nor files: nothing was otherwise before. */
const aboutFigures = async (
  world: Needs,
  tenant: TenantId,
  before: State,
  events: readonly Event[],
  after: State,
  today: LocalDate,
): Promise<readonly Message[]> => {
  const isOthers = becauseIn(events).some(({ kind }) => kind !== 'leave' && kind !== 'sickness')
  if (!isOthers || !isKnown(before.employment) || events.some(({ type }) => type === 'Imported')) return []
  const shelf = await documentsOf(world, tenant, after)
  const notice = await atHand(shelf, () => noticeOf(before, events, shelf.documents, daysTold(today)))
  if (!notice || notice.balances.length + notice.corrected.length === 0) return []
  const { because, balances, corrected } = notice
  const fact: LeaveEvent = { type: 'LeaveFiguresChanged', person: after.owner, because, balances, corrected }
  return [{ nth: 'figures', fact }]
}
