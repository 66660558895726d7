import { createHash } from 'node:crypto'
import { compare } from '@awayday/kernel'

/** What one process found of a tenant while some of its reads were asked in another store as well. */
export type Tally = {
  /** Comparisons begun; each ends as one of the next four. */
  readonly asked: number
  readonly alike: number
  readonly different: number
  /** What was asked kept changing for as long as it was looked at. */
  readonly unsettled: number
  /** The other store gave no answer. */
  readonly failed: number
  /** Medians, in milliseconds: where reads are answered from, and in the other store. */
  readonly hereMs: number
  readonly thereMs: number
  /** Read units of DynamoDB, as spent or estimated. */
  readonly hereReads: number
  readonly thereReads: number
  readonly mismatches: readonly Mismatch[]
}

/** Answers that stayed different. Digests (SHA-256, 12 characters) of what was asked and told: no personal text. */
export type Mismatch = {
  readonly question: string
  readonly asked: string
  readonly here: { readonly rows: number; readonly digest: string }
  readonly there: { readonly rows: number; readonly digest: string }
}

/** An answer was given here and there, after so long and for so many read units. */
export type Timed = { readonly ms: number; readonly reads: number }
type Ending = 'alike' | 'different' | 'unsettled' | 'failed'

export const tallying = () => {
  const counts = { asked: 0, alike: 0, different: 0, unsettled: 0, failed: 0 }
  const here: Timed[] = []
  const there: Timed[] = []
  const mismatches: Mismatch[] = []
  return {
    asked(): void {
      counts.asked++
    },
    timed(one: Timed, other: Timed): void {
      here.push(one)
      there.push(other)
      for (const times of [here, there]) if (times.length > REMEMBERED) times.shift()
    },
    ended(how: Ending, mismatch?: Mismatch): void {
      counts[how]++
      if (mismatch && mismatches.length < NAMED) mismatches.push(mismatch)
    },
    sum: (): Tally => ({
      ...counts,
      hereMs: median(here.map(({ ms }) => ms)),
      thereMs: median(there.map(({ ms }) => ms)),
      hereReads: here.reduce((sum, { reads }) => sum + reads, 0),
      thereReads: there.reduce((sum, { reads }) => sum + reads, 0),
      mismatches,
    }),
  }
}
const NAMED = 20
const REMEMBERED = 10_000

export const median = (all: readonly number[]): number => {
  const middle = all.toSorted(compare)[Math.floor(all.length / 2)] ?? 0
  return Math.round(middle * 100) / 100
}

/** An answer as a text that its order does not change: answers of views come in no promised order. */
export const orderless = (answer: unknown): string =>
  Array.isArray(answer) ? `[${answer.map(inOrder).toSorted(compare).join(',\n')}]` : inOrder(answer)

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compare(a, b)))
      : part,
  ) ?? 'undefined'

export const shown = (text: string): { readonly rows: number; readonly digest: string } => ({
  rows: text === '[]' ? 0 : text.split(',\n').length,
  digest: digest(text),
})

export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12)
