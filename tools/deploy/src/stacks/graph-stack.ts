import { sourceOf } from '@awayday/bus'
import { joinSchemas } from '@awayday/host/schema'
import { CfnDataSource, CfnGraphQLApi, CfnGraphQLSchema, CfnResolver } from 'aws-cdk-lib/aws-appsync'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import { type App, CfnOutput, Fn, type Stack } from 'aws-cdk-lib/core'
import { printSchema } from 'graphql'
import { appSyncSchema, type Feed } from './appsync-schema.ts'
import { type Deployment, idOf, nameOf } from './deployment.ts'
import { letPass } from './let-pass.ts'
import { authorizerOf, functionsOn } from './on.ts'
import { allow, functionArn, policy, trusting } from './rights.ts'
import { stackIn } from './stack-in.ts'
import { HANDS_ON, HEARS_ITS_OWN } from './subscription-code.ts'

/** One GraphQL API for the schemas of all services: every field is resolved by its service's function, without a step between. */
export const graphStack = (app: App, deployment: Deployment): void => {
  const stack = stackIn(app, deployment, 'graph')
  const schemas = new Map(deployment.services.map(({ manifest, schema }) => [manifest.name, schema ?? '']))
  const functions = functionsOn(deployment, 'graphql').map((fn) => ({ ...fn, sdl: schemas.get(fn.service) ?? '' }))
  const live = functions.flatMap(({ on }) => on.live)
  const { schema: joined, owners } = joinSchemas(functions)
  const { sdl, feeds } = appSyncSchema(printSchema(joined), live)
  const guard = functionArn(stack, deployment, authorizerOf(deployment))

  const api = new CfnGraphQLApi(stack, 'Api', {
    name: nameOf(deployment),
    authenticationType: 'AWS_LAMBDA',
    lambdaAuthorizerConfig: { authorizerUri: guard, authorizerResultTtlInSeconds: 0 },
    additionalAuthenticationProviders: [{ authenticationType: 'AWS_IAM' }],
    introspectionConfig: 'DISABLED',
    queryDepthLimit: 12,
    resolverCountLimit: 50,
  })
  letPass(api, 'ASC3', 'Functions log each field they resolve; a log of requests would hold what people wrote.')
  new CfnPermission(stack, 'MayAuthorize', {
    action: 'lambda:InvokeFunction',
    functionName: guard,
    principal: 'appsync.amazonaws.com',
    sourceArn: api.attrArn,
  })
  const schema = new CfnGraphQLSchema(stack, 'Schema', { apiId: api.attrApiId, definition: sdl })
  const resolver = (typeName: string, fieldName: string, dataSource: CfnDataSource, code?: string): void => {
    const made = new CfnResolver(stack, idOf(typeName, fieldName), {
      apiId: api.attrApiId,
      typeName,
      fieldName,
      dataSourceName: dataSource.attrName,
      ...(code && { code, runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' } }),
    })
    made.addResourceDependency(schema)
  }

  const role = new CfnRole(stack, 'Role', {
    assumeRolePolicyDocument: trusting('appsync'),
    policies: [
      policy('own', [
        allow(
          ['lambda:InvokeFunction'],
          functions.map(({ id }) => functionArn(stack, deployment, id)),
        ),
      ]),
    ],
  })
  for (const { id, service } of functions) {
    const source = new CfnDataSource(stack, idOf(service, 'source'), {
      apiId: api.attrApiId,
      name: service,
      type: 'AWS_LAMBDA',
      serviceRoleArn: role.attrArn,
      lambdaConfig: { lambdaFunctionArn: functionArn(stack, deployment, id) },
    })
    for (const [name, owner] of owners) {
      const [type = '', field = ''] = name.split('.')
      if (owner === service && type !== 'Subscription') resolver(type, field, source)
    }
  }
  if (feeds.length > 0) {
    const none = new CfnDataSource(stack, 'NoSource', { apiId: api.attrApiId, name: 'none', type: 'NONE' })
    for (const { field, mutation } of feeds) {
      resolver('Mutation', mutation, none, HANDS_ON)
      resolver('Subscription', field, none, HEARS_ITS_OWN)
    }
    feed(stack, deployment, api, feeds)
  }
  new CfnOutput(stack, 'Domain', {
    value: Fn.select(2, Fn.split('/', api.attrGraphQlUrl)),
    exportName: nameOf(deployment, 'graph-domain'),
  })
  new CfnOutput(stack, 'RealtimeDomain', {
    value: Fn.select(2, Fn.split('/', api.attrRealtimeUrl)),
    exportName: nameOf(deployment, 'realtime-domain'),
  })
}

/** What happened reaches those who listen: from the bus, by the Mutation that nobody else may call. */
const feed = (stack: Stack, deployment: Deployment, api: CfnGraphQLApi, feeds: readonly Feed[]): void => {
  const role = new CfnRole(stack, 'FeedRole', {
    assumeRolePolicyDocument: trusting('events'),
    policies: [
      policy('own', [
        allow(
          ['appsync:GraphQL'],
          feeds.map(({ mutation }) => `${api.attrArn}/types/Mutation/fields/${mutation}`),
        ),
      ]),
    ],
  })
  for (const { field, from, type, operation, members } of feeds)
    new CfnRule(stack, idOf(field, 'feed'), {
      eventBusName: nameOf(deployment),
      eventPattern: { source: [sourceOf(from)], 'detail-type': [type] },
      targets: [
        {
          id: 'graph',
          arn: api.attrGraphQlEndpointArn,
          roleArn: role.attrArn,
          appSyncParameters: { graphQlOperation: operation },
          inputTransformer: {
            inputPathsMap: Object.fromEntries([
              ['tenant', '$.detail.tenant'],
              ...['audience', ...members].map((name) => [name, `$.detail.data.${name}`]),
            ]),
            inputTemplate: `{${['tenant', 'audience', ...members].map((name) => `"${name}":<${name}>`).join(',')}}`,
          },
        },
      ],
    })
}
