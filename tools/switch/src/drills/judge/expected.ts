import { oneAfterTheOther, type Requests, type Status, type Told, type Verb } from '../history/leave-history.ts'
import { linearizable, type Operation } from '../history/linearizable.ts'
import type { Call } from '../load/call.ts'

const ends: Readonly<Record<Verb, Status>> = {
  approve: 'approved',
  decline: 'declined',
  withdraw: 'withdrawn',
  cancel: 'cancelled',
}

/** The requests of a person as all answers together have it. */
export const requestsAsTold = (calls: readonly Call[], person: string): Requests => {
  const requests: Record<string, Status> = {}
  const own = historyOf(calls, person).flatMap(({ told }) => (told.type === 'shown' ? [] : [told]))
  for (const told of own.toSorted((a, b) => a.version - b.version))
    requests[told.request] = told.type === 'requested' ? 'pending' : ends[told.verb]
  return requests
}

/** Commands and readings of one person's leave, as the checker takes them. */
const historyOf = (calls: readonly Call[], person: string): readonly Operation<Told>[] =>
  calls.flatMap(({ by, said, problem, calledMs, returnedMs }) => {
    if (problem) return []
    const isOwn = by === person && (said.type === 'requested' || said.type === 'shown')
    return isOwn || (said.type === 'decided' && said.person === person) ? [{ calledMs, returnedMs, told: said }] : []
  })

/** People whose history cannot have happened one thing after the other. */
export const impossibleHistories = (calls: readonly Call[], people: readonly string[]): readonly string[] =>
  people.flatMap((person) => {
    const history = historyOf(calls, person)
    const verdict = linearizable(oneAfterTheOther, history)
    if (verdict.ok) return []
    const stuck = JSON.stringify(verdict.stuckAt).slice(0, 600)
    return [
      `the history of ${person} stops after ${verdict.ordered} of ${history.length}: none of these can follow: ${stuck}`,
    ]
  })
