import type { Bill, Units } from './meter.ts'

/** What each use case of a service costs, call by call. */
export type Costs = Readonly<Record<string, Bill>>

/** A table that people read, and that is compared with what use cases cost now: one line a call, in units. */
export const tableOf = (costs: Costs): string => {
  const lines = Object.entries(costs).flatMap(([useCase, bill]) => {
    const calls = Object.entries(bill).filter(([, { reads, writes }]) => reads + writes > 0)
    if (calls.length === 0) return [[useCase, '-', '0', '0']]
    return calls.sort().map(([call, { reads, writes }]) => [useCase, call, `${reads}`, `${writes}`])
  })
  const all = [HEADER, ...lines]
  const widths = HEADER.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  return `${all
    .map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`
}
const HEADER = ['use case', 'call', 'reads', 'writes']

/** What a table says. */
export const costsIn = (table: string): Costs => {
  const costs: Record<string, Record<string, Units>> = {}
  for (const line of table.trim().split('\n').slice(1)) {
    const [useCase = '', call = '', reads, writes] = line.split(/ {2,}/)
    costs[useCase] ??= {}
    if (call !== '-') costs[useCase][call] = { reads: Number(reads), writes: Number(writes) }
  }
  return costs
}

/**
 * How use cases cost something else than they did, the calls that grew first: `approveLeave: events.read 2 -> 5 units`. Empty when
 * all is as it was. A use case that only one side knows is told as well.
 */
export const changesOf = (before: Costs, now: Costs): readonly string[] => {
  const useCases = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  const changes = useCases.flatMap((useCase) => {
    const [old, present] = [before[useCase], now[useCase]]
    if (!old) return [{ growth: 0, text: `${useCase}: is not in the table` }]
    if (!present) return [{ growth: 0, text: `${useCase}: was not tried` }]
    const calls = [...new Set([...Object.keys(old), ...Object.keys(present)])].sort()
    return calls.flatMap((call) => {
      const [from, to] = [unitsOf(old[call]), unitsOf(present[call])]
      return from === to ? [] : [{ growth: to - from, text: `${useCase}: ${call} ${from} -> ${to} units` }]
    })
  })
  return changes.toSorted((a, b) => b.growth - a.growth).map(({ text }) => text)
}

/** A call of a port either reads or writes; of a command that is refused, which reads what it met, the sum is told. */
const unitsOf = ({ reads, writes }: Units = { reads: 0, writes: 0 }): number => reads + writes
