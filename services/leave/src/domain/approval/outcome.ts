import { addDays, type LocalDate } from '@awayday/kernel'
import { type Approval, evolveAll } from './approval.ts'
import { type Deadline, deadlinesOf, type Reminder } from './deadlines.ts'
import { dueBy, remindersOn } from './due.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office } from './office.ts'
import { isOpen } from './passing.ts'
import type { ApprovalRejection } from './rejections.ts'
import { type Ask, answerTo, type Wishes, type Word } from './words.ts'

/** What has become of a wish by the end of a day. */
export type Outcome = Wishes & {
  /** Null: it has not been asked for by then, or could not be. */
  readonly approval: Approval | null
  /** What lies ahead if nobody says anything. */
  readonly deadlines: readonly Deadline[]
  readonly log: readonly Logged[]
}

export type Logged =
  | { readonly kind: 'event'; readonly event: ApprovalEvent }
  | { readonly kind: 'refused'; readonly said: Ask | Word; readonly why: ApprovalRejection }
  | Reminder

/**
 * Dated words, and between them what time brings. On one day people come first, in the order given, then time: so the last
 * day on which somebody can decide is a whole one.
 */
export const outcomeOf = (office: Office, ask: Ask, words: readonly Word[], until: LocalDate): Outcome => {
  const spoken = [ask, ...words.toSorted(byDay)].filter(({ on }) => on <= until)
  let outcome: Outcome = { approval: null, wish: ask.wish, proposed: null, deadlines: [], log: [] }
  for (const [n, said] of spoken.entries()) {
    outcome = heard(office, outcome, said)
    const next = spoken[n + 1]
    outcome = waited(office, outcome, said.on, next ? addDays(next.on, -1) : until)
  }
  return { ...outcome, deadlines: outcome.deadlines.filter(({ on }) => until < on) }
}

const heard = (office: Office, outcome: Outcome, said: Ask | Word): Outcome => {
  const answer = answerTo(office, outcome.approval, outcome, said)
  if (!answer.ok) return { ...outcome, log: [...outcome.log, { kind: 'refused', said, why: answer.error }] }
  if (said.says !== 'edit') return happened(office, outcome, answer.value)
  const waits = answer.value.some(({ type }) => type === 'ChangeRequested')
  return happened(office, { ...outcome, ...(waits ? { proposed: said.wish } : { wish: said.wish }) }, answer.value)
}

/** A change that waits becomes the wish, or is forgotten. */
const wishesAfter = (
  { wish, proposed }: Wishes,
  events: readonly ApprovalEvent[],
  approval: Approval | null,
): Wishes => {
  if (approval?.status === 'changeRequested') return { wish, proposed }
  const approved = events.some(({ type }) => type === 'ChangeApproved')
  return { wish: (approved && proposed) || wish, proposed: null }
}

/** Reminders still ahead are those of the clock as it runs now. */
const happened = (office: Office, outcome: Outcome, events: readonly ApprovalEvent[]): Outcome => {
  if (events.length === 0) return outcome
  const approval = evolveAll(outcome.approval, events)
  const log = [...outcome.log, ...events.map((event): Logged => ({ kind: 'event', event }))]
  const wishes = wishesAfter(outcome, events, approval)
  return { ...outcome, ...wishes, approval, deadlines: approval ? deadlinesOf(office, approval) : [], log }
}

/** Both days included; nothing where the last one lies before. */
const waited = (office: Office, before: Outcome, first: LocalDate, last: LocalDate): Outcome => {
  let outcome = before
  for (let day = first; day <= last && outcome.approval && isOpen(outcome.approval); day = addDays(day, 1)) {
    outcome = { ...outcome, log: [...outcome.log, ...remindersOn(outcome.deadlines, day)] }
    if (outcome.approval) outcome = happened(office, outcome, dueBy(office, outcome.approval, outcome.deadlines, day))
  }
  return outcome
}

const byDay = (a: Word, b: Word): number => (a.on < b.on ? -1 : Number(a.on > b.on))
