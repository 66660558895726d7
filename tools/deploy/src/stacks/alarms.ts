import { CfnAlarm, type CfnAlarmProps } from 'aws-cdk-lib/aws-cloudwatch'
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { idOf, nameOf } from './deployment.ts'
import type { Made } from './functions.ts'
import { named, type Place } from './place.ts'

/** Those of each function, by its name. */
export type Alarms = ReadonlyMap<string, readonly CfnAlarm[]>

/** So long is looked back, every minute. */
const PERIOD_S = 300
/** Nine of ten calls that somebody waits for take less. */
const PATIENCE_MS = 3_000

/**
 * What somebody has to look at: functions that fail or let people wait, a stream whose followers fall behind, letters that nobody
 * could deliver. Each metric of an alarm costs 0.10 US dollars a month, whether anything runs or not.
 */
export const alarmsOf = (place: Place, made: readonly Made[], dead: CfnQueue): Alarms => {
  const sounding = ({ name, ...watched }: Watched): CfnAlarm =>
    new CfnAlarm(place.stack, idOf(name), {
      alarmName: named(place, name),
      alarmActions: [place.stack.formatArn({ service: 'sns', resource: nameOf(place.deployment, 'alarms') })],
      comparisonOperator: 'GreaterThanThreshold',
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
      ...watched,
    })
  sounding(deadLetters(dead))
  return new Map(made.map((one) => [one.name, [fails(one), ...waits(one), ...lags(one)].map(sounding)]))
}

type Watched = Omit<CfnAlarmProps, 'comparisonOperator' | 'evaluationPeriods'> & { readonly name: string }

/** What people send is refused and fails nothing: a single failure may be the platform's, a second is looked at. */
const fails = ({ name, manifest: { on }, fn }: Made): Watched => {
  const errors = metricOf('AWS/Lambda', 'Errors', 'FunctionName', fn.ref)
  // What is answered is no error for the platform, be it 500 or a record that has to come again: the edge counts it.
  const answered = metricOf('Awayday', 'failed', 'function', fn.ref)
  return {
    name: `${name}-fails`,
    alarmDescription: `Calls of ${name} fail: look for level ERROR in its log.`,
    threshold: 1,
    ...(on.kind === 'http' || on.kind === 'stream'
      ? { metrics: sumOf({ errors, answered }) }
      : { ...errors, period: PERIOD_S, statistic: 'Sum' }),
  }
}

const sumOf = (parts: Readonly<Record<string, Metric>>): CfnAlarm.MetricDataQueryProperty[] => [
  { id: 'all', expression: `SUM([${Object.keys(parts).join(', ')}])`, returnData: true },
  ...Object.entries(parts).map(([id, metric]) => ({
    id,
    returnData: false,
    metricStat: { metric, period: PERIOD_S, stat: 'Sum' },
  })),
]

const WAITED_FOR = ['graphql', 'http', 'authorizer']

const waits = ({ name, manifest: { on }, fn }: Made): readonly Watched[] =>
  WAITED_FOR.includes(on.kind)
    ? [
        {
          name: `${name}-is-slow`,
          alarmDescription: `One of ten calls of ${name} takes longer than three seconds.`,
          ...metricOf('AWS/Lambda', 'Duration', 'FunctionName', fn.ref),
          period: PERIOD_S,
          extendedStatistic: 'p90',
          threshold: PATIENCE_MS,
        },
      ]
    : []

const lags = ({ name, manifest: { on }, fn }: Made): readonly Watched[] =>
  on.kind === 'stream'
    ? [
        {
          name: `${name}-is-late`,
          alarmDescription: `Records wait longer than five minutes for ${name}: what follows from them is as late.`,
          ...metricOf('AWS/Lambda', 'IteratorAge', 'FunctionName', fn.ref),
          period: PERIOD_S,
          statistic: 'Maximum',
          threshold: PERIOD_S * 1_000,
        },
      ]
    : []

const deadLetters = (dead: CfnQueue): Watched => ({
  name: 'letters-are-dead',
  alarmDescription: 'Something could not be delivered, and waits in the queue of dead letters.',
  ...metricOf('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', dead.attrQueueName),
  period: PERIOD_S,
  statistic: 'Maximum',
  threshold: 0,
})

type Metric = ReturnType<typeof metricOf>
const metricOf = (namespace: string, metricName: string, dimension: string, value: string) => ({
  namespace,
  metricName,
  dimensions: [{ name: dimension, value }],
})
