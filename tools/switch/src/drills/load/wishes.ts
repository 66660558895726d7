import type { Verb } from '../history/leave-history.ts'

/** Leave that somebody asks for on days of its own, and what is to become of it: nothing of it breaks a rule. */
export type Wish = {
  readonly key: string
  readonly person: string
  readonly leaveType: 'vacation' | 'unpaid'
  readonly first: string
  readonly last: string
  readonly reason: string
  readonly fate: readonly Verb[]
}

const FATES: readonly (readonly Verb[])[] = [['approve'], ['approve'], ['approve', 'cancel'], ['decline'], ['withdraw']]
/** Every so many weeks somebody takes vacation, which is 22 days a year; the rest is unpaid. */
const VACATION_EVERY = 13
const DAY_MS = 86_400_000

/** The n-th wish of a person: Tuesday and Wednesday of the n-th week from three weeks after `todayMs`. */
export const wishOf = (person: string, n: number, todayMs: number): Wish => {
  const first = tuesdayAfter(todayMs + 21 * DAY_MS) + n * 7 * DAY_MS
  return {
    key: `wish-${n}`,
    person,
    leaveType: n % VACATION_EVERY === 5 ? 'vacation' : 'unpaid',
    first: dayOf(first),
    last: dayOf(first + DAY_MS),
    reason: `reason ${n}`,
    // The first wish of some waits until the end: with more, an inbox that nobody empties is what is measured.
    fate: n === 0 && person.charCodeAt(1) % 8 === 0 ? [] : (FATES[(n * 7 + person.charCodeAt(0)) % FATES.length] ?? []),
  }
}

const tuesdayAfter = (ms: number): number => ms + ((9 - new Date(ms).getUTCDay()) % 7) * DAY_MS
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
