import { CfnAlarm, type CfnAlarmProps } from 'aws-cdk-lib/aws-cloudwatch'
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { idOf, nameOf } from './deployment.ts'
import type { Made } from './functions.ts'
import { named, type Place } from './place.ts'

const PERIOD_S = 300
/** So many metrics may be added up in one alarm. */
const METRICS_MAX = 10

/**
 * Few, as each costs 0.10 US dollars a month whether anything runs or not: functions that fail, letters that nobody could
 * deliver, a stream whose followers fall behind.
 */
export const alarmsOf = (place: Place, made: readonly Made[], dead: CfnQueue): void => {
  const alarm = (
    name: string,
    alarmDescription: string,
    more: Omit<CfnAlarmProps, 'comparisonOperator' | 'evaluationPeriods'>,
  ) =>
    new CfnAlarm(place.stack, idOf(name), {
      alarmName: named(place, name),
      alarmDescription,
      alarmActions: [place.stack.formatArn({ service: 'sns', resource: nameOf(place.deployment, 'alarms') })],
      comparisonOperator: 'GreaterThanThreshold',
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
      ...more,
    })

  for (let from = 0; from < made.length; from += METRICS_MAX)
    alarm(
      `functions-fail${from === 0 ? '' : `-${from / METRICS_MAX + 1}`}`,
      'More than five calls of functions failed in five minutes: look for level ERROR in their logs.',
      { threshold: 5, metrics: errorsOf(made.slice(from, from + METRICS_MAX)) },
    )
  alarm('letters-are-dead', 'Something could not be delivered, and waits in the queue of dead letters.', {
    ...metricOf('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', dead.attrQueueName),
    threshold: 0,
  })
  for (const { name, manifest, fn } of made)
    if (manifest.on.kind === 'stream')
      alarm(
        `${name}-is-late`,
        `Records wait longer than five minutes for ${name}: what follows from them is as late.`,
        {
          ...metricOf('AWS/Lambda', 'IteratorAge', 'FunctionName', fn.ref),
          threshold: PERIOD_S * 1_000,
        },
      )
}

const metricOf = (namespace: string, metricName: string, dimension: string, value: string) => ({
  namespace,
  metricName,
  dimensions: [{ name: dimension, value }],
  period: PERIOD_S,
  statistic: 'Maximum',
})

/** The errors of all, added up. */
const errorsOf = (made: readonly Made[]) => [
  { id: 'all', expression: `SUM([${made.map((_, n) => `f${n}`).join(', ')}])`, returnData: true },
  ...made.map(({ fn }, n) => ({
    id: `f${n}`,
    returnData: false,
    metricStat: {
      metric: { namespace: 'AWS/Lambda', metricName: 'Errors', dimensions: [{ name: 'FunctionName', value: fn.ref }] },
      period: PERIOD_S,
      stat: 'Sum',
    },
  })),
]
