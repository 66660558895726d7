import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3'
import { type App, CfnDeletionPolicy } from 'aws-cdk-lib/core'
import { artifactsBucket } from './deployment.ts'
import { letPass } from './let-pass.ts'
import { bareStack } from './stack-in.ts'

/** Of an account, and made first: where zips and templates lie. */
export const artifactsStack = (app: App): void => {
  const stack = bareStack(app, 'awayday-artifacts', { part: 'artifacts' })
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
  letPass(bucket, 'S1', 'Only whoever deploys reads and writes here; CloudTrail tells who did.')
  bucket.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN
  bucket.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN
  new CfnBucketPolicy(stack, 'Policy', { bucket: bucket.ref, policyDocument: encryptedOnly(bucket.attrArn) })
}

/** Refuses whatever comes without TLS. */
export const encryptedOnly = (arn: string, more: readonly object[] = []): object => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      Action: 's3:*',
      Principal: '*',
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    ...more,
  ],
})
