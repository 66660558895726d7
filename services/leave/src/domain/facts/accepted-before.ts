import type { Leave } from './facts.ts'

/**
 * The leave beside which a leave is charged: what was accepted before it. What is pending, or not asked for yet, would be accepted after all
 * that is, so that accepted leave never costs more because other leave is accepted. `leaves` as `Facts` has them.
 */
export const acceptedBefore = (leaves: readonly Leave[], id: string): readonly Leave[] => {
  const accepted = leaves.filter(({ status }) => status === 'accepted')
  const own = accepted.findIndex((leave) => leave.id === id)
  return own < 0 ? accepted : accepted.slice(0, own)
}
