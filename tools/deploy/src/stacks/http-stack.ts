import { CfnApi, CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs'
import { type App, CfnOutput, type Stack } from 'aws-cdk-lib/core'
import { type Deployment, idOf, nameOf } from './deployment.ts'
import { letPass } from './let-pass.ts'
import { authorizerOf, functionsOn } from './on.ts'
import { allow, functionArn, policy, trusting } from './rights.ts'
import { stackIn } from './stack-in.ts'

/** A second's calls, and how many may come at once: a brake on what a mistake costs. */
const THROTTLE = { throttlingRateLimit: 200, throttlingBurstLimit: 400 }

/** One HTTP API for the routes of all services, before their functions, which it knows by name alone. */
export const httpStack = (app: App, deployment: Deployment): void => {
  const stack = stackIn(app, deployment, 'http')
  const functions = functionsOn(deployment, 'http')
  const guard = authorizerOf(deployment)
  const arnOf = (id: string): string => functionArn(stack, deployment, id)
  const api = new CfnApi(stack, 'Api', { name: nameOf(deployment), protocolType: 'HTTP' })
  const role = new CfnRole(stack, 'Role', {
    assumeRolePolicyDocument: trusting('apigateway'),
    policies: [policy('own', [allow(['lambda:InvokeFunction'], [guard, ...functions.map(({ id }) => id)].map(arnOf))])],
  })
  const authorizer = new CfnAuthorizer(stack, 'Authorizer', {
    apiId: api.ref,
    name: 'bearer',
    authorizerType: 'REQUEST',
    authorizerPayloadFormatVersion: '2.0',
    enableSimpleResponses: true,
    identitySource: ['$request.header.Authorization'],
    authorizerResultTtlInSeconds: 0, // a session that is revoked has no power from then on
    authorizerUri: invocationOf(stack, arnOf(guard)),
    authorizerCredentialsArn: role.attrArn,
  })
  for (const { id, on } of functions) {
    const integration = new CfnIntegration(stack, idOf(id, 'integration'), {
      apiId: api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: arnOf(id),
      credentialsArn: role.attrArn,
      payloadFormatVersion: '2.0',
    })
    for (const routeKey of on.routes) {
      const route = new CfnRoute(stack, idOf(routeKey, 'route'), {
        apiId: api.ref,
        routeKey,
        target: `integrations/${integration.ref}`,
        ...(on.open ? { authorizationType: 'NONE' } : { authorizationType: 'CUSTOM', authorizerId: authorizer.ref }),
      })
      if (on.open) letPass(route, 'APIG4', 'Open by its manifest: signing in, and what a service tells of its health.')
    }
  }
  const log = new CfnLogGroup(stack, 'Log', {
    logGroupName: `/awayday/${nameOf(deployment, 'http')}`,
    retentionInDays: 30,
  })
  new CfnStage(stack, 'Stage', {
    apiId: api.ref,
    stageName: '$default',
    autoDeploy: true,
    defaultRouteSettings: THROTTLE,
    accessLogSettings: { destinationArn: log.attrArn, format: JSON.stringify(LINE) },
  })
  new CfnOutput(stack, 'Domain', {
    value: `${api.ref}.execute-api.${stack.region}.${stack.urlSuffix}`,
    exportName: nameOf(deployment, 'http-domain'),
  })
}

/** No path, no address, no name: what was called, and what became of it. */
const LINE = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  integration: '$context.integrationErrorMessage',
  authorizer: '$context.authorizer.error',
}

const invocationOf = (stack: Stack, arn: string): string =>
  `arn:${stack.partition}:apigateway:${stack.region}:lambda:path/2015-03-31/functions/${arn}/invocations`
