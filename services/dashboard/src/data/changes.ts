import { oneAtATime } from '#model/one-at-a-time.ts'
import { fresh, queries } from './backend.ts'
import { requests, roster } from './queries.ts'

/** The viewer's own leave has changed: the list first, at the version heard of; once the views show it, what follows from it. */
export const ownLeaveChanged = async (version: number): Promise<void> => {
  fresh.raise(version)
  await queries.invalidateQueries({ queryKey: requests.queryKey })
  await Promise.all([outdated('balances'), outdated('preview'), leaveOfOthersChanged()])
}

/** Somebody's leave has changed. In a burst of changes few answers serve all. */
export const leaveOfOthersChanged = oneAtATime(async () => {
  await Promise.all([outdated('waiting'), outdated('calendar')])
})

/** Anything may have changed. */
export const anythingChanged = oneAtATime(() => queries.invalidateQueries())

export const viewer = (): string | undefined => queries.getQueryData(roster.queryKey)?.me.id

const outdated = (kind: 'balances' | 'preview' | 'waiting' | 'calendar'): Promise<void> =>
  queries.invalidateQueries({ queryKey: [kind] })
