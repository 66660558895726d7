import type { BusEvent } from '@awayday/bus'
import { utcDate } from '@awayday/clock/zone'
import { type Consumer, eventsIn, readBody, statesAround } from '@awayday/event-sourcing'
import type { LocalDate } from '@awayday/kernel'
import { amountOf } from '#domain/person/amount-of.ts'
import type { Event } from '#domain/person/events.ts'
import { rangeOf } from '#domain/person/range-of.ts'
import { requestOf, type State } from '#domain/person/state.ts'
import { type LeaveEvent, type LeaveFact, leaveEvents } from '#domain/published-facts.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { following } from './person-stream.ts'

/** Tells the other services about leave, one fact a message, whole. What the directory said is not repeated. */
export const publish = ({ bus }: Pick<World, 'bus'>): Consumer => {
  const around = statesAround(following)
  return {
    name: 'publish',
    consume: async (delivery) => {
      const { stream, record } = delivery
      const { after: state } = await around(delivery)
      const events = eventsIn(record, personCodec)
      const { at, correlation } = readBody(record)
      const told = events.flatMap((event, index) =>
        factsOf(event, state, utcDate(at)).map((fact, n): BusEvent => {
          const { type, ...data } = fact
          const id = `${stream.name}@${record.version}.${index}${n === 0 ? '' : `.${n}`}`
          return { source: leaveEvents.source, type, id, tenant: stream.tenant, at, correlation, data }
        }),
      )
      if (told.length > 0) await bus.publish(told)
    },
  }
}

/** What accepted leave is to become is nothing to others until it is that. `today`: for what nobody did, but facts brought about. */
const factsOf = (event: Event, state: State, today: LocalDate): readonly LeaveEvent[] => {
  switch (event.type) {
    case 'LeaveRequested':
    case 'LeaveApproved':
    case 'LeaveDeclined':
    case 'LeaveExpired':
    case 'LeaveWithdrawn':
    case 'LeaveCancelled':
      return [factOf(event.type, event.request, state, event)]
    case 'LeaveEntered':
    case 'SicknessRecorded':
      return [factOf('LeaveApproved', event.request, state, event)]
    case 'LeaveEdited':
    case 'LeaveDaysCancelled':
    case 'ChangeApproved':
      return [factOf('LeaveChanged', event.request, state, event)]
    case 'LeaveReminded': {
      const { who, after } = event
      return [{ ...leaveOf(event.request, state, event), type: 'LeaveReminderDue', who, after }]
    }
    case 'LeaveRecharged':
      return event.leaves.map(({ request }) => factOf('LeaveChanged', request, state, { by: null, on: today }))
    default:
      return []
  }
}

const factOf = (
  type: Exclude<LeaveEvent['type'], 'LeaveViewsChanged' | 'LeaveReminderDue'>,
  id: string,
  state: State,
  said: Pick<LeaveFact, 'by' | 'on'>,
): LeaveEvent => ({ type, ...leaveOf(id, state, said) })

const leaveOf = (id: string, state: State, { by, on }: Pick<LeaveFact, 'by' | 'on'>): LeaveFact => {
  const asked = requestOf(state, id)
  if (!asked) throw new Error('a decision about a request that was never made')
  const { request, leaveType, dates, charges } = asked
  return { person: state.owner, request, leaveType, ...rangeOf(dates), amount: amountOf(charges), by, on }
}
