import type { LocalDate, PersonId } from '@awayday/kernel'
import { memberOf } from '../../approval/organisation.ts'
import type { Facts, Leave } from '../../facts/facts.ts'
import { slotsFor } from '../../facts/slots-for.ts'
import { redact } from '../../privacy/redact.ts'
import { sightOf } from '../../privacy/sight.ts'
import { isAmong } from '../../rules/who.ts'
import { reaches } from '../../time/first-and-last.ts'
import { inForceFrom } from '../../time/in-force.ts'
import { partText } from '../../time/part-text.ts'
import { partsOn } from '../../time/parts-of.ts'
import type { Answer, Json } from '../answer.ts'
import { type AnswerTo, type Asking, type AskOf, someoneOf } from '../asking.ts'
import { firstDayOf } from '../dates-known.ts'
import { daysIn, sickTypes } from './work.ts'

/** Who is really away from work, day by day: free days and holidays within leave are not shown. */
export const away: AnswerTo<'away'> = (ask, asking) => {
  const { everybody } = asking.world(ask.knownOn)
  const maybeAway = everybody
    .map((facts) => ({ ...facts, leaves: facts.leaves.filter((leave) => isAsked(leave, ask)) }))
    .filter(({ leaves }) => leaves.length > 0)
  return {
    days: daysIn(ask.first, ask.last).map((date) => ({
      date,
      away: maybeAway
        .filter((facts) => isAmong(ask.filter, facts, date, asking.given.departments))
        .flatMap((facts) => awayOn(facts, date, ask.viewer, asking)),
    })),
  }
}

/** Leave that may take something of the span. */
const isAsked = ({ status, leaveType, dates }: Leave, { filter, ...span }: AskOf<'away'>): boolean =>
  filter.statuses.some((one) => one === status) &&
  (filter.leaveTypes === null || filter.leaveTypes.includes(leaveType)) &&
  reaches(dates, span)

const awayOn = (facts: Facts, date: LocalDate, viewer: PersonId | null, asking: Asking): readonly Answer[] => {
  const asked = facts.leaves.filter(({ dates }) => partsOn(dates, date).length > 0)
  if (asked.length === 0) return []
  const slots = slotsFor(facts, asked, date, sickTypes(asking)).filter(({ leave }) => leave !== null)
  const ids = [...new Set(slots.map(({ leave }) => leave))]
  return ids.flatMap((id) => {
    const leave = asked.find((one) => one.id === id)
    if (!leave) return []
    const seen = seenBy(viewer, leave, facts, asking)
    if (!seen) return []
    const parts = slots.filter((slot) => slot.leave === id).map(({ part }) => partText(part))
    return [
      { person: facts.person, parts: parts.join(',') === 'am,pm' ? ['whole'] : parts, status: leave.status, ...seen },
    ]
  })
}

/** What somebody who looks may know of a leave; undefined: not even that it is there. */
const seenBy = (
  viewer: PersonId | null,
  leave: Leave,
  facts: Facts,
  asking: Asking,
): { readonly [member: string]: Json } | undefined => {
  if (viewer === null) return { leaveType: leave.leaveType, leave: leave.id }
  const type = asking.given.leaveTypes.find(({ id }) => id === leave.leaveType)
  const byHr = someoneOf(asking, viewer)?.roles.some((role) => role === 'hr' || role === 'admin') ?? false
  const approvers = approversOf(leave, facts.person, asking)
  const { dates, status, charges, id, leaveType } = leave
  const shown = redact(
    { person: facts.person, dates, status, leaveType, request: id, charges, reason: null },
    sightOf({ person: facts.person, status, approvers }, type, { by: viewer, byHr }),
  )
  if (!shown) return undefined
  return {
    ...(shown.leaveType === null ? {} : { leaveType: shown.leaveType }),
    ...(shown.request === null ? {} : { leave: shown.request }),
  }
}

/** Who approves for somebody when a leave begins, or later; who did so only before has no business with it. */
const approversOf = ({ dates }: Leave, person: PersonId, asking: Asking): readonly PersonId[] => {
  const places = memberOf(asking.world(null).office.organisation, person)?.places ?? []
  const first = firstDayOf(dates)
  return first ? inForceFrom(places, first).flatMap(({ approver }) => (approver === null ? [] : [approver])) : []
}
