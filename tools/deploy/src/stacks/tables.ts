import { shapeOfTable } from '@awayday/event-sourcing/dynamodb/table-shape'
import type { ServiceManifest } from '@awayday/manifest'
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import { CfnDeletionPolicy } from 'aws-cdk-lib/core'
import { idOf, nameOf } from './deployment.ts'
import { letPass } from './let-pass.ts'
import type { Place } from './place.ts'

/** No table takes more in a second than this, whatever happens: a mistake costs so much and no more. */
const BRAKE = { maxReadRequestUnits: 4_000, maxWriteRequestUnits: 1_000 }

/** A service's tables by name, shaped as its store makes them elsewhere. */
export const tablesOf = (
  { stack, deployment, service }: Place,
  { tables }: Pick<ServiceManifest, 'tables'>,
): ReadonlyMap<string, CfnTable> =>
  new Map(
    Object.entries(tables).map(([name, { holds }]) => {
      const { keys, stream, ttl } = shapeOfTable(holds)
      const table = new CfnTable(stack, idOf(name, 'table'), {
        tableName: nameOf(deployment, service, name),
        billingMode: 'PAY_PER_REQUEST',
        onDemandThroughput: BRAKE,
        attributeDefinitions: keys.map(({ name: attributeName }) => ({ attributeName, attributeType: 'S' })),
        keySchema: keys.map(({ name: attributeName, type: keyType }) => ({ attributeName, keyType })),
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: deployment.keepsData },
        deletionProtectionEnabled: deployment.keepsData,
        ...(stream && { streamSpecification: { streamViewType: stream } }),
        ...(ttl && { timeToLiveSpecification: { attributeName: ttl, enabled: true } }),
      })
      if (!deployment.keepsData) letPass(table, 'DDB3', 'What is in it is made again, and not kept.')
      const policy = deployment.keepsData ? CfnDeletionPolicy.RETAIN : CfnDeletionPolicy.DELETE
      table.cfnOptions.deletionPolicy = policy
      table.cfnOptions.updateReplacePolicy = policy
      return [name, table]
    }),
  )
