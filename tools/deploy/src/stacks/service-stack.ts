import { type App, CfnParameter } from 'aws-cdk-lib/core'
import type { ServiceArtifact } from '../build/artifact.ts'
import { alarmsOf } from './alarms.ts'
import { deadLettersOf } from './dead-letters.ts'
import type { Deployment } from './deployment.ts'
import { functionsIn } from './functions.ts'
import { liveFunctions } from './live.ts'
import { allow, type Statement } from './rights.ts'
import { stackIn } from './stack-in.ts'
import { tablesOf } from './tables.ts'
import { triggersOf } from './triggers.ts'

/** Everything of one service that no other needs: tables, functions, what starts them, where failures end, and alarms. */
export const serviceStack = (app: App, deployment: Deployment, artifact: ServiceArtifact): void => {
  const { manifest } = artifact
  const stack = stackIn(app, deployment, manifest.name)
  const place = { stack, deployment, service: manifest.name }
  const secret = new CfnParameter(stack, 'Secret', {
    noEcho: true,
    minLength: 32,
    description: 'Keys digests, cookies and tokens; the same for all services of an environment',
  })
  const dead = deadLettersOf(place)
  const tables = tablesOf(place, manifest)
  const made = functionsIn(place, artifact, secret.valueAsString, ({ on }): readonly Statement[] => {
    const toDead = allow(['sqs:SendMessage'], [dead.attrArn])
    if (on.kind === 'event' || on.kind === 'schedule') return [toDead]
    const stream = on.kind === 'stream' && tables.get(on.table)?.attrStreamArn
    return stream ? [toDead, allow(FOLLOW, [stream])] : []
  })
  const called = deployment.keepsData ? liveFunctions(place, made, alarmsOf(place, made, dead)) : made
  triggersOf(place, called, tables, dead)
}

const FOLLOW = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator']
