import { FIRST_DATE } from '@awayday/kernel'
import type { Facts, Leave } from '../facts/facts.ts'
import { pendingChange } from '../facts/pending-change.ts'
import { calendarOf, type Documents, scheduleOf } from './documents.ts'
import { periods } from './employment.ts'
import { factId } from './fact-id.ts'
import { joinedCalendar } from './joined-calendar.ts'
import { stayIn } from './place.ts'
import { policiesOf } from './policies-of.ts'
import { starterSchedule } from './starter-schedule.ts'
import { type Asked, byAcceptance, isAccepted, isPending, type State } from './state.ts'

/** What every calculation starts from: the facts of a stream, with the documents they name. A `fact` is the number of its event, so that text order is their order. */
export const factsOf = (state: State, documents: Documents): Facts => ({
  person: state.owner,
  employment: periods(state.employment).map(numbered),
  places: state.employment.places.map(stayIn),
  calendars: calendarsOf(state, documents),
  schedules: [
    { from: FIRST_DATE, schedule: starterSchedule, fact: NOBODY_SAID },
    ...state.timetables.map(({ from, document, fact }) => ({
      from,
      schedule: scheduleOf(documents, document),
      fact: factId(fact),
    })),
  ],
  policies: policiesOf(state, documents),
  leaves: [...byAcceptance(state.requests).map(leaveOf), ...state.requests.flatMap(proposedOf)],
  credits: state.credits.map(numbered),
  payOuts: state.payOuts.map(numbered),
  worked: state.worked.map(numbered),
  closedYears: state.closedYears.map(({ leaveType, last, carry }) => ({ leaveType, last, carry: carry.map(numbered) })),
})

/** Until somebody's first schedule is applied, the starter's holds. */
const NOBODY_SAID = ''

const numbered = <T extends { readonly fact: number }>(it: T) => ({ ...it, fact: factId(it.fact) })

/** Each location somebody works at has one, so that no location is called like something else. */
const calendarsOf = ({ employment, calendars }: State, documents: Documents): Facts['calendars'] => {
  const nothingFree = { holidays: [], closings: [] }
  return Object.fromEntries([
    ...employment.places.map(({ location }) => [location, nothingFree] as const),
    ...[...new Set(calendars.map(({ location }) => location))].map((location) => {
      const own = calendars.filter((one) => one.location === location)
      return [
        location,
        joinedCalendar(own.map(({ from, document }) => [from, calendarOf(documents, document)])),
      ] as const
    }),
  ])
}

/** A change that waits is pending with what it adds to the accepted leave, whose id it has: so both make room where it is looked at itself. */
const proposedOf = ({ request, leaveType, dates, charges, proposal, fact }: Asked): readonly Leave[] =>
  proposal ? pendingChange({ id: request, leaveType, dates, charges, fact: factId(fact) }, proposal) : []

const leaveOf = (asked: Asked): Leave => ({
  id: asked.request,
  leaveType: asked.leaveType,
  dates: asked.dates,
  status: isAccepted(asked) ? 'accepted' : isPending(asked) ? 'pending' : 'over',
  charges: asked.charges,
  fact: factId(asked.fact),
})
