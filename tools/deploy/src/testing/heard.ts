/** What one call counts, by metric: `{ Errors: 1 }`, or `Duration` in milliseconds. */
export type Counted = Readonly<Record<string, number>>

/** An alarm's properties, as far as ours have any. */
export type Watched = {
  readonly MetricName?: string
  /** Of those that are added up. */
  readonly Metrics?: readonly { readonly MetricStat?: { readonly Metric: { readonly MetricName: string } } }[]
  readonly ExtendedStatistic?: string
  readonly Threshold: number
}

/** Of all our alarms. */
const PERIOD_MINUTES = 5

/** Whether an alarm sounds at the end of the last of some minutes, by what its period holds then. */
export const heard = (alarm: Watched, minutes: readonly (readonly Counted[])[]): boolean => {
  const values = minutes
    .slice(-PERIOD_MINUTES)
    .flat()
    .map((call) => metricsOf(alarm).reduce((sum, name) => sum + (call[name] ?? 0), 0))
  return statisticOf(alarm, values) > alarm.Threshold
}

const metricsOf = ({ MetricName, Metrics = [] }: Watched): readonly string[] =>
  MetricName ? [MetricName] : Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric.MetricName ?? [])

const statisticOf = ({ ExtendedStatistic }: Watched, values: readonly number[]): number => {
  if (ExtendedStatistic === undefined) return values.reduce((sum, value) => sum + value, 0)
  const rank = Math.ceil((Number(ExtendedStatistic.slice(1)) / 100) * values.length)
  return values.toSorted((a, b) => a - b)[rank - 1] ?? 0
}
