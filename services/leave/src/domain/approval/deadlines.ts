import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Approval } from './approval.ts'
import { type Change, changesOf } from './changes.ts'
import { waitsForCover } from './cover.ts'
import { daysAfter, type WaitingSeats, waitingSeats } from './days-counted.ts'
import type { Office } from './office.ts'
import { isOpen, type Open } from './passing.ts'

/** `who` has had so many of their working days. */
export type Reminder = {
  readonly kind: 'reminder'
  readonly on: LocalDate
  readonly who: PersonId
  readonly after: number
}
/** What happens on a day if nobody says anything until its end. */
export type Deadline = Reminder | Change

/**
 * What lies ahead of a request, in the order in which it comes, up to the first change that it brings about: then the clock is
 * another one. Day 1 is the first working day after the day of asking.
 */
export const deadlinesOf = (office: Office, approval: Approval): readonly Deadline[] => {
  if (!isOpen(approval)) return []
  const seats = waitingSeats(office, approval)
  const changes = changesOf(office, approval, seats)
  return [...reminders(office, approval, seats, changes[0]?.on), ...changes].sort((a, b) =>
    a.on < b.on ? -1 : Number(a.on > b.on),
  )
}

/** Each on their own working days on which they might have decided; of the cover, might have agreed. */
const reminders = (
  { rules, presence }: Office,
  { waiting }: Open,
  seats: WaitingSeats,
  until: LocalDate | undefined,
): readonly Reminder[] => {
  const { asked, since, cover } = waiting
  const silent = cover && cover.agrees === null ? [cover.person] : []
  const deciding = (day: LocalDate) => (waitsForCover(waiting) ? [] : seats(day).flatMap(({ by }) => by))
  const due = (from: LocalDate, whoOn: (day: LocalDate) => readonly PersonId[]) =>
    counted(from, until, Math.max(0, ...rules.remindAfter), (day) =>
      [...new Set(whoOn(day))].filter((person) => presence(person, day) === 'works'),
    ).filter(({ after }) => rules.remindAfter.includes(after))
  return [...due(asked, () => silent), ...due(since, deciding)]
}

/** On which days each of them has had how many of these days, up to `most`. */
const counted = (
  since: LocalDate,
  until: LocalDate | undefined,
  most: number,
  whoOn: (day: LocalDate) => readonly PersonId[],
): readonly Reminder[] => {
  const had = new Map<PersonId, number>()
  const all: Reminder[] = []
  for (const on of daysAfter(since, until)) {
    for (const who of whoOn(on)) {
      const after = (had.get(who) ?? 0) + 1
      had.set(who, after)
      if (after <= most) all.push({ kind: 'reminder', on, who, after })
    }
  }
  return all
}
