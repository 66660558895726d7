import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Waiting } from './approval.ts'
import type { Step } from './approval-rules.ts'
import { isSkipped, type Seat, seatsOf } from './approvers.ts'
import type { Office } from './office.ts'

/** Whose leave is decided, at which levels. */
export type Asked = { readonly person: PersonId; readonly levels: readonly Step[] }

/** Who must be heard on a day at the level that waits, and who has said yes for them. */
export type HeardSeat = Seat & { readonly yes: Waiting['yes'][number] | undefined }

/**
 * Nobody is asked twice: a yes counts for every seat that whoever said it could speak for then, or can now, at whichever
 * level they said it. So who stood in for two has answered for both.
 */
export const heardSeats = (
  office: Office,
  { person, levels }: Asked,
  { level, raised, yes }: Waiting,
  on: LocalDate,
): readonly HeardSeat[] => {
  const step = levels[level]
  if (!step) return []
  const then = new Map<LocalDate, readonly Seat[]>()
  for (const said of yes) then.set(said.on, seatsOf(office, person, step, said.on, raised))
  return seatsOf(office, person, step, on, raised).map((seat) => ({
    ...seat,
    yes: yes.find(
      (said) =>
        seat.by.includes(said.by) || then.get(said.on)?.some((it) => it.seat === seat.seat && it.by.includes(said.by)),
    ),
  }))
}

/** Whether enough have said yes at the level that waits. */
export const isComplete = (office: Office, asked: Asked, waiting: Waiting, on: LocalDate): boolean => {
  if (waiting.yes.length === 0) return false
  const seats = heardSeats(office, asked, waiting, on)
  if (seats.length === 0) return false
  return asked.levels[waiting.level]?.need === 'anyOf' ? seats.some(({ yes }) => yes) : seats.every(({ yes }) => yes)
}

/** The next level that asks anybody who has not been heard; `levels.length`: none. */
export const nextLevel = (office: Office, asked: Asked, waiting: Waiting, on: LocalDate): number => {
  for (let level = waiting.level + 1; level < asked.levels.length; level++) {
    const step = asked.levels[level]
    const skipped = step && isSkipped(office, asked.person, step, on)
    if (!skipped && !isComplete(office, asked, { ...waiting, level, raised: [] }, on)) return level
  }
  return asked.levels.length
}
