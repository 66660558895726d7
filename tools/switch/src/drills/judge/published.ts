import type { Recorded } from './log.ts'

/** What was told too seldom or too often: each fact at least once, and again at most once, and once for each time that the product was killed. */
export const publishedWrongly = (
  accepted: ReadonlyMap<string, number>,
  records: readonly Recorded[],
  service: string,
  kills: number,
): readonly string[] => {
  const versions = new Set([...accepted.keys()].map((id) => id.replace(/\.\d+$/, '')))
  const unheard = records
    .filter(({ types }) => types.some((type) => TOLD.has(type)))
    .map(({ stream, version }) => `awayday.${service} ${stream}@${version}`)
    .filter((id) => !versions.has(id))
  const often = [...accepted].filter(([id, times]) => ofEvent(id, service) && times > 2 + kills)
  return [
    ...unheard.map((id) => `${id} was never published`),
    ...often.map(([id, times]) => `${id} was published ${times} times`),
  ]
}

/** Hints to whoever looks at views are no facts: they have ids of their own. */
const ofEvent = (id: string, service: string): boolean => id.startsWith(`awayday.${service} `) && /@\d+\.\d+$/.test(id)

/** Types of events of which other services are always told. */
const TOLD: ReadonlySet<string> = new Set([
  'PersonJoined',
  'LeaveRequested',
  'LeaveApproved',
  'LeaveDeclined',
  'LeaveWithdrawn',
  'LeaveCancelled',
])
