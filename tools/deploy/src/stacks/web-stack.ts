import { CONTENT_SECURITY_POLICY } from '@awayday/host/security'
import {
  CfnDistribution,
  CfnFunction,
  CfnOriginAccessControl,
  CfnResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { type App, CfnOutput, Fn, type Stack } from 'aws-cdk-lib/core'
import { artifactsBucket, type Deployment, idOf, nameOf, webFolder } from './deployment.ts'
import { letPass } from './let-pass.ts'
import { functionsOn } from './on.ts'
import { stackIn } from './stack-in.ts'

/** AWS's own: everything may be kept; nothing may be; all that a browser sent is passed on, but the name of the host. */
const KEEP = '658327ea-f89d-4fab-a63d-7e88639e58f6'
const KEEP_NOTHING = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const PASS_ON = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

/** A path of the app itself is its page. */
const PAGES = `function handler(event) {
  var request = event.request
  if (!/\\.[A-Za-z0-9]+$/.test(request.uri)) request.uri = '/index.html'
  return request
}`

/** `/live.json`: where the app opens its line for live changes, and for which API its token is. */
const tellsWhere = (realtime: string, api: string): string => `function handler() {
  return {
    statusCode: 200,
    headers: { 'content-type': { value: 'application/json' }, 'cache-control': { value: 'no-store' } },
    body: { encoding: 'text', data: '{"url":"wss://${realtime}/graphql","host":"${api}"}' },
  }
}`

/** Behind it the APIs have names of their own; what a page may do is told by the name that its browser asked for. */
const TELLS_ITS_HOST = `function handler(event) {
  var request = event.request
  request.headers['x-forwarded-host'] = { value: request.headers.host.value }
  return request
}`

/**
 * The web app and both APIs under one name, so that a browser's cookie is of this site. The app's files lie in a folder
 * named by their content: what is shown changes at once, and back.
 */
export const webStack = (app: App, deployment: Deployment): void => {
  const files = deployment.services.flatMap(({ web }) => web ?? [])
  if (files.length === 0) return
  const stack = stackIn(app, deployment, 'web')
  const access = new CfnOriginAccessControl(stack, 'Access', {
    originAccessControlConfig: {
      name: nameOf(deployment, 'web'),
      originAccessControlOriginType: 's3',
      signingBehavior: 'always',
      signingProtocol: 'sigv4',
    },
  })
  const domainOf = (name: string): string => Fn.importValue(nameOf(deployment, `${name}-domain`))
  const [http, graph, realtime] = [domainOf('http'), domainOf('graph'), domainOf('realtime')]
  const tells = atRequest(stack, deployment, 'tells-its-host', TELLS_ITS_HOST)
  const distribution = new CfnDistribution(stack, 'Distribution', {
    distributionConfig: {
      enabled: true,
      comment: nameOf(deployment),
      httpVersion: 'http2and3',
      ipv6Enabled: true,
      defaultRootObject: 'index.html',
      origins: [
        {
          id: 'files',
          domainName: `${artifactsBucket(stack)}.s3.${stack.region}.${stack.urlSuffix}`,
          originPath: `/${webFolder(files[0] ?? '')}`,
          originAccessControlId: access.ref,
          s3OriginConfig: { originAccessIdentity: '' },
        },
        api('http', http),
        api('graph', graph),
      ],
      defaultCacheBehavior: {
        ...behaviour('files'),
        cachePolicyId: KEEP,
        responseHeadersPolicyId: security(stack, deployment, realtime).ref,
        functionAssociations: [atRequest(stack, deployment, 'pages', PAGES)],
      },
      cacheBehaviors: [
        { pathPattern: '/graphql', ...passedOn('graph') },
        {
          pathPattern: '/live.json',
          ...behaviour('files'),
          cachePolicyId: KEEP_NOTHING,
          functionAssociations: [atRequest(stack, deployment, 'tells-where', tellsWhere(realtime, graph))],
        },
        ...pathsOf(deployment).map((pathPattern) => ({
          pathPattern,
          ...passedOn('http'),
          functionAssociations: [tells],
        })),
      ],
    },
  })
  letPass(distribution, 'CFR1', 'Customers are wherever they are.')
  letPass(
    distribution,
    'CFR2',
    'A firewall costs 5 US dollars a month whether anything runs or not; the APIs are throttled.',
  )
  letPass(
    distribution,
    'CFR3',
    'What is called is logged by the APIs; who reads the files of the app is nobody’s business.',
  )
  letPass(
    distribution,
    'CFR4',
    'CloudFront’s own certificate knows no other version; with a domain of your own, set it there.',
  )
  new CfnOutput(stack, 'Url', { value: `https://${distribution.attrDomainName}` })
}

const behaviour = (targetOriginId: string) => ({
  targetOriginId,
  viewerProtocolPolicy: 'redirect-to-https',
  compress: true,
})

const passedOn = (origin: string) => ({
  ...behaviour(origin),
  allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
  cachePolicyId: KEEP_NOTHING,
  originRequestPolicyId: PASS_ON,
})

const api = (id: string, domainName: string) => ({
  id,
  domainName,
  customOriginConfig: { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'] },
})

/** What is behind the HTTP API: `/v1/*`, and what services tell of themselves. */
const pathsOf = (deployment: Deployment): readonly string[] => {
  const paths = functionsOn(deployment, 'http').flatMap(({ on }) => on.routes.map((route) => route.split(' ')[1] ?? ''))
  return [...new Set(paths.map((path) => (path.startsWith('/v1/') ? '/v1/*' : path)))]
}

const atRequest = (stack: Stack, deployment: Deployment, name: string, functionCode: string) => {
  const made = new CfnFunction(stack, idOf(name), {
    name: nameOf(deployment, name),
    autoPublish: true,
    functionCode,
    functionConfig: { comment: nameOf(deployment), runtime: 'cloudfront-js-2.0' },
  })
  return { eventType: 'viewer-request', functionArn: made.attrFunctionArn }
}

const security = (stack: Stack, deployment: Deployment, realtime: string): CfnResponseHeadersPolicy =>
  new CfnResponseHeadersPolicy(stack, 'Security', {
    responseHeadersPolicyConfig: {
      name: nameOf(deployment, 'web'),
      securityHeadersConfig: {
        contentTypeOptions: { override: true },
        referrerPolicy: { override: true, referrerPolicy: 'no-referrer' },
        strictTransportSecurity: { override: true, accessControlMaxAgeSec: 31_536_000, includeSubdomains: true },
        contentSecurityPolicy: {
          override: true,
          contentSecurityPolicy: `${CONTENT_SECURITY_POLICY}; connect-src 'self' wss://${realtime}`,
        },
      },
      customHeadersConfig: {
        items: [{ header: 'cross-origin-opener-policy', value: 'same-origin', override: true }],
      },
    },
  })
