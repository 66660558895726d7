import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3'
import { type App, CfnDeletionPolicy } from 'aws-cdk-lib/core'
import { artifactsBucket } from './deployment.ts'
import { letPass } from './let-pass.ts'
import { tlsOnly } from './rights.ts'
import { bareStack } from './stack-in.ts'

export const ARTIFACTS_STACK = 'awayday-artifacts'

/** Of an account, and made first: where zips, templates and the web app's files lie. */
export const artifactsStack = (app: App): void => {
  const stack = bareStack(app, ARTIFACTS_STACK, { part: 'artifacts' })
  const bucket = new CfnBucket(stack, 'Bucket', {
    bucketName: artifactsBucket(stack),
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    bucketEncryption: {
      serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
    },
    ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
  })
  letPass(bucket, 'S1', 'Only whoever deploys writes here; CloudTrail tells who did.')
  bucket.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN
  bucket.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN
  new CfnBucketPolicy(stack, 'Policy', {
    bucket: bucket.ref,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [tlsOnly('s3:*', [bucket.attrArn, `${bucket.attrArn}/*`]), shown(bucket.attrArn, stack.account)],
    },
  })
}

/** The distributions of this account show the web apps. */
const shown = (arn: string, account: string): object => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Resource: `${arn}/web/*`,
  Condition: { StringEquals: { 'AWS:SourceAccount': account } },
})
