import type { Outcome } from './drill.ts'
import { isCommand } from './load/call.ts'

/** So many violations are printed; their number always is. */
const SHOWN = 40

/** A drill's outcome for a reader: rates, waits, what is stored, and every promise that was broken. */
export const reportOf = ({ moved, load, kills, stored, violations }: Outcome): string => {
  const commands = load.calls.filter(isCommand)
  const reads = load.calls.filter((call) => !isCommand(call))
  const seconds = load.calls.length > 0 ? (last(load.calls) - first(load.calls)) / 1_000 : 0
  const lines = [
    `moves                 ${moved.length}, finished each; ${kills.mover} kills of the mover, ${kills.product} of the product`,
    `a move took           ${quantiles(moved.map(({ tookMs }) => tookMs))} ms`,
    `longest seal to open  ${Math.ceil(Math.max(0, ...moved.map(({ longestWaitMs }) => longestWaitMs)))} ms, as the mover saw it`,
    `calls                 ${load.calls.length} in ${seconds.toFixed(0)} s, ${(load.calls.length / Math.max(seconds, 1)).toFixed(1)} a second; ${load.heldBack} not made, as too many waited`,
    `a command waited      ${quantiles(commands.map(waitMs))} ms (${commands.length} commands)`,
    `a read waited         ${quantiles(reads.map(waitMs))} ms (${reads.length} reads)`,
    `asked again           ${load.calls.filter(({ tries }) => tries > 1).length} calls`,
    `stored in the end     in ${stored.store}: ${stored.leave} records of leave, ${stored.directory} of the directory; ${stored.messages} messages`,
    `violations            ${violations.length}`,
    ...violations.slice(0, SHOWN).map((violation) => `  ${violation}`),
    ...(violations.length > SHOWN ? [`  and ${violations.length - SHOWN} more`] : []),
  ]
  return lines.join('\n')
}

const waitMs = ({ calledMs, returnedMs }: { readonly calledMs: number; readonly returnedMs: number }): number =>
  returnedMs - calledMs
const first = (calls: Outcome['load']['calls']): number => Math.min(...calls.map(({ calledMs }) => calledMs))
const last = (calls: Outcome['load']['calls']): number => Math.max(...calls.map(({ returnedMs }) => returnedMs))

const quantiles = (values: readonly number[]): string => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => Math.ceil(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return `median ${at(0.5)}, 99 of 100 ${at(0.99)}, longest ${at(1)}`
}
