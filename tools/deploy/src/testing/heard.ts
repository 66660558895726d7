/** What one call counts, by metric: `{ Errors: 1 }`, or `Duration` in milliseconds. */
export type Counted = Readonly<Record<string, number>>

/** An alarm's properties, as far as ours have any: of one metric, or of several that are added up. */
export type Watched = {
  readonly MetricName?: string
  readonly Period?: number
  readonly Statistic?: string
  readonly ExtendedStatistic?: string
  readonly Metrics?: readonly { readonly MetricStat?: Added }[]
  readonly Threshold: number
}
type Added = { readonly Metric: { readonly MetricName: string }; readonly Period: number; readonly Stat: string }

/** Whether an alarm sounds at the end of the last of some minutes, by what its period holds then. */
export const heard = (alarm: Watched, minutes: readonly (readonly Counted[])[]): boolean => {
  const { names, periodS, statistic } = lookedAt(alarm)
  const values = minutes
    .slice(Math.max(0, minutes.length - periodS / 60))
    .flat()
    .map((call) => names.reduce((sum, name) => sum + (call[name] ?? 0), 0))
  return statisticOf(statistic, values) > alarm.Threshold
}

const lookedAt = ({ MetricName, Period = 0, Statistic, ExtendedStatistic, Metrics = [] }: Watched) => {
  const added = Metrics.flatMap(({ MetricStat }) => MetricStat ?? [])
  const [first] = added
  if (!first) return { names: [MetricName ?? ''], periodS: Period, statistic: Statistic ?? ExtendedStatistic ?? '' }
  return { names: added.map(({ Metric }) => Metric.MetricName), periodS: first.Period, statistic: first.Stat }
}

const statisticOf = (statistic: string, values: readonly number[]): number => {
  if (statistic === 'Sum') return values.reduce((sum, value) => sum + value, 0)
  if (statistic === 'Maximum') return Math.max(0, ...values)
  const [, percentile] = /^p(\d+)$/.exec(statistic) ?? []
  if (!percentile) throw new Error(`${statistic} is a statistic of none of our alarms`)
  const rank = Math.ceil((Number(percentile) / 100) * values.length)
  return values.toSorted((a, b) => a - b)[rank - 1] ?? 0
}
