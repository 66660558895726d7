import type { Clock } from '@awayday/clock'
import type { Step } from '../stages/world.ts'

/** A command's voice: one line that changes and sentences for a person at a terminal, a line of JSON a step elsewhere. */
export type Telling = {
  readonly step: (step: Step) => void
  readonly outcome: (sentences: readonly string[], fields: Readonly<Record<string, unknown>>) => void
}

export const telling = (
  out: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown },
  clock: Clock,
  nowMs: () => number,
): Telling => {
  const due = seldom(nowMs, out.isTTY ? 100 : 1_000)
  const line = (fields: object) => out.write(`${JSON.stringify({ at: clock.now(), ...fields })}\n`)
  if (!out.isTTY)
    return {
      step: (step) => {
        if (due(step)) line({ step: 'under-way', ...step })
      },
      outcome: (_, fields) => line(fields),
    }
  return {
    step: (step) => {
      if (due(step)) out.write(`\r\x1b[K${barOf(step).slice(0, (out.columns ?? 120) - 1)}`)
    },
    outcome: (sentences) => out.write(`\r\x1b[K${sentences.join('\n')}\n`),
  }
}

/** Steps of one kind come by the thousand; what begins to be waited for is told at once. */
const seldom = (nowMs: () => number, everyMs: number): ((step: Step) => boolean) => {
  let [kind, atMs] = ['', 0]
  return ({ stage, service, tenant, waiting, collection }) => {
    const its = [stage, service, tenant, waiting, collection].join(' ')
    if (its === kind && nowMs() - atMs < everyMs) return false
    ;[kind, atMs] = [its, nowMs()]
    return true
  }
}

/** `copy leave [#####.....] 48 % 12,345 items, 4,210/s, 9 s left`. */
export const barOf = ({ stage, service, tenant, waiting, ...rest }: Step): string => {
  const { items, total, itemsPerSecond, secondsLeft, bytes: _, width: __, tenantsDone: ___, ...others } = rest
  const share =
    typeof items === 'number' && typeof total === 'number' && total > 0 ? Math.min(1, items / total) : undefined
  const bar =
    share === undefined
      ? undefined
      : `[${'#'.repeat(Math.floor(share * 20)).padEnd(20, '.')}] ${Math.floor(share * 100)} %`
  const told = waiting
    ? [`waiting for ${waiting}`, ...(others['until'] ? [`until ${others['until']}`] : [])]
    : [
        ...(items === undefined ? [] : [`${items.toLocaleString('en')} items`]),
        ...(itemsPerSecond === undefined ? [] : [`${itemsPerSecond.toLocaleString('en')}/s`]),
        ...(secondsLeft === undefined ? [] : [`${secondsLeft} s left`]),
        ...Object.entries(others).map(([name, value]) => `${name} ${value}`),
      ]
  return [stage, service, tenant, bar, told.join(', ')].filter(Boolean).join(' ')
}
