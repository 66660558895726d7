import type { FunctionManifest } from '@awayday/manifest'
import { ArnFormat, type Stack } from 'aws-cdk-lib/core'
import { type Deployment, LIVE, nameOf } from './deployment.ts'
import type { Place } from './place.ts'

export type Statement = {
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
}

/** Our adapters read items, batches of them and ranges, and write items on a condition; nothing else. */
const ACTIONS = {
  reads: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  writes: ['dynamodb:PutItem'],
} as const

/** What a function's role allows it besides its log: what its manifest says that it reads and writes. */
export const rightsOf = ({ stack, deployment, service }: Place, manifest: FunctionManifest): readonly Statement[] => {
  const table = (name: string): string =>
    stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: nameOf(deployment, service, name) })
  const statements = (['reads', 'writes'] as const).flatMap((right) => {
    const tables = (manifest[right] ?? []).filter((name) => name !== 'bus')
    return tables.length > 0 ? [allow(ACTIONS[right], tables.map(table))] : []
  })
  return manifest.writes?.includes('bus')
    ? [...statements, allow(['events:PutEvents'], [busArn(stack, deployment)])]
    : statements
}

export const allow = (Action: readonly string[], Resource: readonly string[]): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
})

/** Refuses whatever comes without TLS. */
export const tlsOnly = (Action: string, Resource: string | readonly string[]): object => ({
  Effect: 'Deny',
  Action,
  Principal: '*',
  Resource,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
})

/** A role's trust in a service of AWS. */
export const trusting = (principal: string): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: `${principal}.amazonaws.com` } }],
})

export const policy = (policyName: string, Statement: readonly Statement[]) => ({
  policyName,
  policyDocument: { Version: '2012-10-17', Statement },
})

export const busArn = (stack: Stack, deployment: Deployment): string =>
  stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: nameOf(deployment) })

/** A function as it is called, by its name alone: stacks that call it do not change with it. */
export const functionArn = (stack: Stack, deployment: Deployment, id: string): string =>
  stack.formatArn({
    service: 'lambda',
    resource: 'function',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    resourceName: `${nameOf(deployment, ...id.split('/'))}${deployment.keepsData ? `:${LIVE}` : ''}`,
  })
