import type { LocalDate } from '@awayday/kernel'
import type { Waiting } from './approval.ts'
import { seatsOf } from './approvers.ts'
import { lacksConsent, waitsForCover } from './cover.ts'
import { nthDay, peopleOn, type WaitingSeats } from './days-counted.ts'
import type { Office } from './office.ts'
import type { Open } from './passing.ts'

/** What time brings about at the end of a day. `of`: whose time is over. */
export type Change =
  | { readonly kind: 'expiry'; readonly on: LocalDate; readonly of: 'approvers' | 'cover' }
  | {
      readonly kind: 'escalation'
      readonly on: LocalDate
      readonly seat: number
      readonly because: 'away' | 'silence'
    }

/** The first changes that time will bring about: on one day, either the end or escalations. None: it may wait for ever. */
export const changesOf = (office: Office, approval: Open, seats: WaitingSeats): readonly Change[] => {
  const level = approval.levels[approval.waiting.level]
  const which = level && !waitsForCover(approval.waiting) ? seats(approval.waiting.since).map(({ seat }) => seat) : []
  const ends = [...coverLapse(office, approval), ...lapses(office, approval, seats, which)]
  const all = [...ends, ...absences(office, approval, seats, which, firstOf(ends))]
  const on = firstOf(all)
  const then = all.filter((change) => change.on === on)
  const end = then.find(({ kind }) => kind === 'expiry')
  return end ? [end] : then
}

const coverLapse = ({ rules, presence }: Office, { waiting }: Open): readonly Change[] => {
  const { asked, cover } = waiting
  if (!cover || !lacksConsent(waiting) || rules.expireAfter === null) return []
  const on = nthDay(asked, rules.expireAfter, undefined, (day) => presence(cover.person, day) === 'works')
  return on ? [{ kind: 'expiry', on, of: 'cover' }] : []
}

/**
 * A seat's time is over after so many days on which anybody works who may speak for it. Where any one of them is enough, or silence is
 * consent, all of them have their full time; where all must be heard, the first whose time is over ends it.
 */
const lapses = (office: Office, approval: Open, seats: WaitingSeats, which: readonly number[]): readonly Change[] => {
  const { expireAfter, onExpiry } = office.rules
  if (expireAfter === null) return []
  const over = which.flatMap((seat) => {
    const counts = (day: LocalDate) => peopleOn(seats, day, [seat]).some((who) => office.presence(who, day) === 'works')
    const on = nthDay(sinceWhen(approval.waiting, [seat]), expireAfter, undefined, counts)
    return on ? [{ seat, on }] : []
  })
  const dates = over.map(({ on }) => on).sort()
  const together = isAnyOf(approval) || onExpiry === 'approved'
  const end = together ? dates.at(-1) : dates[0]
  if (end === undefined) return []
  const raised = over
    .filter(() => onExpiry === 'escalated')
    .map(({ seat, on }): Change => ({ kind: 'escalation', on: together ? end : on, seat, because: 'silence' }))
    .filter((change) => change.on === end && canRaise(office, approval, change))
  return raised.length > 0 ? raised : [{ kind: 'expiry', on: end, of: 'approvers' }]
}

/** Days on which nobody works who may decide, though somebody would if they were not away. */
const absences = (
  office: Office,
  approval: Open,
  seats: WaitingSeats,
  which: readonly number[],
  until: LocalDate | undefined,
): readonly Change[] => {
  const { escalateAfter } = office.rules
  if (escalateAfter === null) return []
  const groups = isAnyOf(approval) ? [which] : which.map((seat) => [seat])
  return groups.flatMap((group) => {
    const on = nthDay(sinceWhen(approval.waiting, group), escalateAfter, until, (day) => {
      const days = peopleOn(seats, day, group).map((person) => office.presence(person, day))
      return !days.includes('works') && days.includes('away')
    })
    if (!on) return []
    return group
      .map((seat): Change => ({ kind: 'escalation', on, seat, because: 'away' }))
      .filter((change) => canRaise(office, approval, change))
  })
}

/** Who is asked as well has their full time from then on. */
const sinceWhen = ({ since, raised }: Waiting, which: readonly number[]): LocalDate =>
  [since, ...raised.filter(({ seat }) => which.includes(seat)).map(({ on }) => on)].sort().at(-1) ?? since

const canRaise = (office: Office, { person, levels, waiting }: Open, change: Change): boolean => {
  const step = levels[waiting.level]
  if (!step || change.kind !== 'escalation') return false
  const { seat, on } = change
  const [now, then] = [waiting.raised, [...waiting.raised, { seat, on }]].map(
    (raised) => seatsOf(office, person, step, on, raised).find((it) => it.seat === seat)?.by.length ?? 0,
  )
  return now !== undefined && then !== undefined && now < then
}

const isAnyOf = ({ levels, waiting }: Open): boolean => levels[waiting.level]?.need === 'anyOf'

const firstOf = (changes: readonly Change[]): LocalDate | undefined => changes.map(({ on }) => on).sort()[0]
