import { epochMs, type Instant } from '@awayday/kernel'
import type { Units } from '@awayday/meter'
import type { Trouble } from './trouble.ts'

/** What an invocation may say about itself: ids, types, numbers and names of our own. Never what somebody wrote. */
export type Facts = {
  /** The route's pattern, field, event type: never a path with values in it. */
  readonly route: string
  readonly status: number
  readonly tenant?: string | undefined
  readonly correlation?: string | undefined
  readonly cause?: string | undefined
  /** The type of the problem that was answered. */
  readonly problem?: string | undefined
  /** Of batches: how many records came, how many come again. */
  readonly records?: number | undefined
  readonly failed?: number | undefined
}

export type Line = Facts & {
  readonly at: Instant
  readonly requestId: string
  readonly function: string
  readonly durationMs: number
  readonly units: Units
  readonly trouble?: Trouble | undefined
}

/**
 * One line of Lambda's JSON log format (`timestamp`, `level`, `message`, `requestId`). Of a failure CloudWatch also reads a metric
 * from it (`_aws`: embedded metric format), so that an invocation writes once and calls nothing. Of nothing else: a metric costs 0.30
 * US dollars in a month in which it is written every hour, the platform measures durations by itself, and units are in the line.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const logLine = ({ at, units, durationMs, ...facts }: Line): string =>
  JSON.stringify({
    timestamp: at,
    level: levelOf(facts),
    message: `${facts.route} ${facts.status}`,
    ...facts,
    durationMs,
    readUnits: units.reads,
    writeUnits: units.writes,
    ...counted(at, facts),
  })

/** Of a batch its records are counted: those that failed are no error for the platform. */
const counted = (at: Instant, { status, failed = status >= 500 ? 1 : 0 }: Facts) =>
  failed > 0 ? { failed, _aws: { Timestamp: epochMs(at), CloudWatchMetrics } } : {}

const levelOf = ({ status, failed = 0 }: Facts): string => {
  if (status >= 500 || failed > 0) return 'ERROR'
  return status >= 400 ? 'WARN' : 'INFO'
}

const CloudWatchMetrics = [
  {
    Namespace: 'Awayday',
    Dimensions: [['function']],
    Metrics: [{ Name: 'failed', Unit: 'Count' }],
  },
]
