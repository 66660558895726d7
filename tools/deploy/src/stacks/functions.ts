import { type FunctionManifest, memoryMbOf, timeoutSOf } from '@awayday/manifest'
import { CfnRole } from 'aws-cdk-lib/aws-iam'
import { type CfnAlias, CfnFunction, type CfnFunctionProps } from 'aws-cdk-lib/aws-lambda'
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs'
import { type ServiceArtifact, versionOf } from '../build/artifact.ts'
import { artifactsBucket, idOf, keyOf, nameOf } from './deployment.ts'
import { named, type Place } from './place.ts'
import { allow, policy, rightsOf, type Statement, trusting } from './rights.ts'

export type Made = {
  readonly name: string
  readonly manifest: FunctionManifest
  readonly fn: CfnFunction
  readonly props: CfnFunctionProps
  /** Of its zip. */
  readonly sha256: string
  /** What it is called by. Undefined: by itself, so that all calls reach a new version at once. */
  readonly alias: CfnAlias | undefined
}

/** What starts it has to call. */
export const calledAs = ({ fn, alias }: Pick<Made, 'fn' | 'alias'>): string => alias?.ref ?? fn.attrArn

/** A month, in days: long enough to look back from one payroll to the last. */
const LOG_DAYS = 30

/** Every function of a service, those of demo mode where it is one, each with a role and a log of its own. `more`: what its trigger needs. */
export const functionsIn = (
  place: Place,
  { manifest: { functions }, functions: zips }: ServiceArtifact,
  secret: string,
  more: (manifest: FunctionManifest) => readonly Statement[],
): readonly Made[] =>
  Object.entries<FunctionManifest>(functions).flatMap(([name, manifest]) => {
    const { stack, deployment, service } = place
    const sha256 = zips[name]
    if (manifest.demo && !deployment.demo) return []
    if (sha256 === undefined) throw new Error(`${service}/${name} has no zip: call pnpm build`)
    const functionName = named(place, name)
    const log = new CfnLogGroup(stack, idOf(name, 'log'), {
      logGroupName: `/aws/lambda/${functionName}`,
      retentionInDays: LOG_DAYS,
    })
    const rights = [
      allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [log.attrArn]),
      ...rightsOf(place, manifest),
      ...more(manifest),
    ]
    const role = new CfnRole(stack, idOf(name, 'role'), {
      assumeRolePolicyDocument: trusting('lambda'),
      policies: [policy('own', rights)],
    })
    const props: CfnFunctionProps = {
      functionName,
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      code: { s3Bucket: artifactsBucket(stack), s3Key: keyOf(sha256) },
      role: role.attrArn,
      memorySize: memoryMbOf(manifest),
      timeout: timeoutSOf(manifest),
      loggingConfig: { logFormat: 'JSON', logGroup: log.ref },
      environment: {
        variables: {
          AWAYDAY_STORE: 'dynamodb',
          AWAYDAY_TABLE_PREFIX: nameOf(deployment),
          AWAYDAY_BUS: nameOf(deployment),
          AWAYDAY_SECRET: secret,
          ...(deployment.demo && { AWAYDAY_DEMO: '1' }),
          ...(name === 'health' && { AWAYDAY_VERSION: versionOf(sha256) }),
        },
      },
    }
    const fn = new CfnFunction(stack, idOf(name), props)
    return [{ name, manifest, fn, props, sha256, alias: undefined }]
  })
