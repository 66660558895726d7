import { sourceOf } from '@awayday/bus'
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnEventInvokeConfig, CfnEventSourceMapping, CfnPermission } from 'aws-cdk-lib/aws-lambda'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { idOf, LIVE, nameOf } from './deployment.ts'
import { calledAs, type Made } from './functions.ts'
import { named, type Place } from './place.ts'
import { allow, policy, trusting } from './rights.ts'

/** What starts a function by itself. HTTP and GraphQL are in stacks of their own, as their API is one for all services. */
export const triggersOf = (
  place: Place,
  made: readonly Made[],
  tables: ReadonlyMap<string, CfnTable>,
  dead: CfnQueue,
): void => {
  const scheduled = made.filter(({ manifest }) => manifest.on.kind === 'schedule')
  const scheduler = scheduled.length > 0 ? schedulerRole(place, scheduled, dead) : undefined
  for (const one of made) {
    const { on } = one.manifest
    if (on.kind === 'stream') follow(place, one, tables.get(on.table), dead)
    if (on.kind === 'event') hear(place, one, on, dead)
    if (on.kind === 'schedule' && scheduler) onTime(place, one, on.expression, scheduler, dead)
    if (on.kind === 'event' || on.kind === 'schedule') afterFailures(place, one, dead)
  }
}

/** In order within a stream, ten streams at once; a record that fails comes alone, and after a day it lies among the dead letters. */
const follow = ({ stack }: Place, made: Made, table: CfnTable | undefined, dead: CfnQueue): void => {
  const { name } = made
  if (!table) throw new Error(`${name} follows a table that is not there`)
  new CfnEventSourceMapping(stack, idOf(name, 'feed'), {
    functionName: calledAs(made),
    eventSourceArn: table.attrStreamArn,
    startingPosition: 'TRIM_HORIZON',
    batchSize: 100,
    parallelizationFactor: 10,
    bisectBatchOnFunctionError: true,
    functionResponseTypes: ['ReportBatchItemFailures'],
    maximumRecordAgeInSeconds: 86_400,
    destinationConfig: { onFailure: { destination: dead.attrArn } },
  })
}

const hear = (
  { stack, deployment }: Place,
  made: Made,
  { from, types }: { readonly from: string; readonly types: readonly string[] },
  dead: CfnQueue,
): void => {
  const { name } = made
  const rule = new CfnRule(stack, idOf(name, 'rule'), {
    eventBusName: nameOf(deployment),
    eventPattern: { source: [sourceOf(from)], 'detail-type': types },
    targets: [{ id: 'function', arn: calledAs(made), deadLetterConfig: { arn: dead.attrArn } }],
  })
  new CfnPermission(stack, idOf(name, 'permission'), {
    action: 'lambda:InvokeFunction',
    functionName: calledAs(made),
    principal: 'events.amazonaws.com',
    sourceArn: rule.attrArn,
  })
}

const onTime = (place: Place, made: Made, expression: string, role: CfnRole, dead: CfnQueue): void => {
  new CfnSchedule(place.stack, idOf(made.name, 'schedule'), {
    name: named(place, made.name),
    scheduleExpression: expression,
    flexibleTimeWindow: { mode: 'OFF' },
    target: { arn: calledAs(made), roleArn: role.attrArn, input: '{}', deadLetterConfig: { arn: dead.attrArn } },
  })
}

const schedulerRole = ({ stack }: Place, scheduled: readonly Made[], dead: CfnQueue): CfnRole =>
  new CfnRole(stack, 'SchedulerRole', {
    assumeRolePolicyDocument: trusting('scheduler'),
    policies: [
      policy('own', [
        allow(['lambda:InvokeFunction'], scheduled.map(calledAs)),
        allow(['sqs:SendMessage'], [dead.attrArn]),
      ]),
    ],
  })

/** What failed three times waits where people look. */
const afterFailures = ({ stack }: Place, { name, fn, alias }: Made, dead: CfnQueue): void => {
  const config = new CfnEventInvokeConfig(stack, idOf(name, 'retries'), {
    functionName: fn.ref,
    qualifier: alias ? LIVE : '$LATEST',
    maximumRetryAttempts: 2,
    maximumEventAgeInSeconds: 21_600,
    destinationConfig: { onFailure: { destination: dead.attrArn } },
  })
  if (alias) config.addResourceDependency(alias)
}
