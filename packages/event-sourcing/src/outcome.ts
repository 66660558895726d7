import { addMs, type Instant } from '@awayday/kernel'
import type { StreamProgress } from './progress.port.ts'

/** How far a consumer got, and what stopped it: the platform, or a defect that is parked. */
export type Outcome = {
  readonly done: number
  readonly unavailable?: true
  readonly parked?: { readonly version: number; readonly reason: string; readonly at: Instant }
}
/** By consumer's name. */
export type Outcomes = Record<string, Outcome>

export type Content = Omit<StreamProgress, 'rev' | 'stream'>
export const contentOf = ({ done, due, parked }: StreamProgress): Content => ({
  done,
  ...(due ? { due } : {}),
  ...(parked ? { parked } : {}),
})

/** The progress after these outcomes. Another runner may have been here: the further one counts, and what it passed is not parked. */
export const progressAfter = (before: StreamProgress, outcomes: Outcomes, now: Instant): Content => {
  const done = { ...before.done }
  const parked = { ...before.parked }
  for (const [name, outcome] of Object.entries(outcomes)) {
    done[name] = Math.max(done[name] ?? 0, outcome.done)
    if (outcome.parked) parked[name] = outcome.parked
    if ((parked[name]?.version ?? 0) <= (done[name] ?? 0)) delete parked[name]
  }
  const troubled = Object.entries(outcomes).filter(([, { unavailable }]) => unavailable)
  const late = troubled.some(([name, { done: reached }]) => (done[name] ?? 0) <= reached) // else another runner has passed it
  const settled = Object.keys(outcomes).length > 0 && troubled.length === 0
  const due = late ? dueAfter(before, now) : settled ? undefined : before.due
  return {
    done,
    ...(due ? { due } : {}),
    ...(Object.keys(parked).length > 0 ? { parked } : {}),
  }
}

/** 2, 4, 8, … seconds, at most an hour and a bit. */
const dueAfter = ({ due }: StreamProgress, now: Instant): NonNullable<StreamProgress['due']> => {
  const tries = (due?.tries ?? 0) + 1
  return { at: addMs(now, 1_000 * 2 ** Math.min(tries, 12)), tries }
}

/** The kind of error and where it arose. Never its message: that may quote what somebody wrote. */
export const reasonOf = (defect: unknown): string => {
  if (!(defect instanceof Error)) return typeof defect
  const place = /[\w.-]+\.[jt]s:\d+/.exec(defect.stack ?? '')?.[0]
  return place ? `${defect.constructor.name} in ${place}` : defect.constructor.name
}
