import { addDays, type LocalDate, type PersonId } from '@awayday/kernel'
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
  const { asked, since, raised, cover } = waiting
  const silent = cover && cover.agrees === null ? [cover.person] : []
  const whoDecides = (day: LocalDate) => (waitsForCover(waiting) ? [] : seats(day).flatMap(({ by }) => by))
  // Who is asked as well from a day on begins to count on the next one.
  const deciding = (day: LocalDate) =>
    raised.some(({ on }) => on === day)
      ? whoDecides(day).filter((person) => whoDecides(addDays(day, -1)).includes(person))
      : whoDecides(day)
  const due = (from: LocalDate, whoOn: (day: LocalDate) => readonly PersonId[]) =>
    counted(
      from,
      until,
      raised.at(-1)?.on ?? from,
      Math.max(0, ...rules.remindAfter),
      whoOn,
      (person, day) => presence(person, day) === 'works',
    ).filter(({ after }) => rules.remindAfter.includes(after))
  return [...(silent.length > 0 ? due(asked, () => silent) : []), ...due(since, deciding)]
}

/** On which days each of them has had how many of these days, up to `most`; from `settled` on until a day on which all who are asked have had them. */
const counted = (
  since: LocalDate,
  until: LocalDate | undefined,
  settled: LocalDate,
  most: number,
  whoOn: (day: LocalDate) => readonly PersonId[],
  isCounted: (person: PersonId, day: LocalDate) => boolean,
): readonly Reminder[] => {
  const had = new Map<PersonId, number>()
  const all: Reminder[] = []
  for (const on of daysAfter(since, until)) {
    const asked = new Set(whoOn(on))
    for (const who of asked) {
      const after = (had.get(who) ?? 0) + 1
      if (after > most || !isCounted(who, on)) continue
      had.set(who, after)
      all.push({ kind: 'reminder', on, who, after })
    }
    if (settled < on && asked.size > 0 && [...asked].every((who) => had.get(who) === most)) break
  }
  return all
}
