import type { LocalDate } from '@awayday/kernel'
import type { LeaveEvent, LeaveFact } from '../published-facts.ts'
import { amountsOf } from './amount-of.ts'
import { awayRanges } from './away-ranges.ts'
import type { LeaveStatus } from './entries.ts'
import type { Event } from './events.ts'
import { requestOf, type State, stands } from './state.ts'

type LeaveNews = Extract<LeaveEvent, { readonly request: string }>
/** As a record says it, before anybody has looked up who may be told what. */
export type Told = Without<LeaveNews>
type Without<News> = News extends LeaveNews ? Omit<News, 'watchers' | 'peers'> : never

/**
 * What a record has to tell others about leave, event by event. `after`: what is known with it; `today`: for what nobody did, but facts brought
 * about. What was brought in from files is no news, years of it: of such a record only the leave that still lies ahead is told.
 */
export const leaveFactsOf = (
  events: readonly Event[],
  after: State,
  today: LocalDate,
): readonly (readonly Told[])[] => {
  const imported = events.find((event) => event.type === 'Imported')
  if (!imported) return events.map((event) => factsOf(event, after, today))
  const { by, on } = imported
  const ahead = [...new Set(events.flatMap(namedIn))].map((id) => factOf('LeaveChanged', id, after, { by, on }))
  return [ahead.filter(({ request, ranges }) => isStanding(after, request) && on <= (ranges.at(-1)?.last ?? ''))]
}

/** What accepted leave is to become is nothing to others until it is that. */
const factsOf = (event: Event, after: State, today: LocalDate): readonly Told[] => {
  switch (event.type) {
    case 'LeaveRequested':
    case 'LeaveApproved':
    case 'LeaveDeclined':
    case 'LeaveExpired':
    case 'LeaveWithdrawn':
    case 'LeaveCancelled':
      return [factOf(event.type, event.request, after, event)]
    case 'LeaveEntered':
    case 'SicknessRecorded':
      return [factOf('LeaveApproved', event.request, after, event)]
    case 'LeaveEdited':
    case 'LeaveDaysCancelled':
    case 'ChangeApproved':
      return [factOf('LeaveChanged', event.request, after, event)]
    case 'LeaveReminded': {
      const { who, after: days } = event
      return [{ ...leaveOf(event.request, after, event), type: 'LeaveReminderDue', who, after: days }]
    }
    case 'LeaveRecharged':
      return event.leaves.map(({ request }) => factOf('LeaveChanged', request, after, { by: null, on: today }))
    default:
      return []
  }
}

type Said = Pick<LeaveFact, 'by' | 'on'>

const factOf = (type: Exclude<LeaveNews['type'], 'LeaveReminderDue'>, id: string, state: State, said: Said) => ({
  type,
  ...leaveOf(id, state, said),
})

const leaveOf = (id: string, state: State, { by, on }: Said): Omit<LeaveFact, 'watchers' | 'peers'> => {
  const asked = requestOf(state, id)
  if (!asked) throw new Error('a decision about a request that was never made')
  const { request, leaveType, dates, charges, approval } = asked
  const ranges = awayRanges(dates, state.employment)
  const amounts = amountsOf(charges)
  return { person: state.owner, request, leaveType, status: statusOf(approval.status), ranges, amounts, by, on }
}

const statusOf = (status: LeaveStatus | 'changeRequested'): LeaveFact['status'] =>
  status === 'cancelRequested' || status === 'changeRequested' ? 'approved' : status

const namedIn = (event: Event): readonly string[] => {
  if (event.type === 'LeaveRecharged') return event.leaves.map(({ request }) => request)
  return 'request' in event ? [event.request] : []
}

const isStanding = (state: State, id: string): boolean => {
  const asked = requestOf(state, id)
  return asked !== undefined && stands(asked)
}
