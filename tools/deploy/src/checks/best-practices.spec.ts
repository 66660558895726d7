import { CfnBucket } from 'aws-cdk-lib/aws-s3'
import { type App, Validations } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks } from 'cdk-nag'
import { expect, test, vi } from 'vitest'
import { appOf } from '../stacks/app.ts'
import { bareStack } from '../stacks/stack-in.ts'
import { deployment } from '../testing/deployed.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Throws what does not follow AWS's best practices and was not let pass with a reason. */
const synthesized = (keepsData: boolean, more: (app: App) => void = () => {}) => {
  const app = appOf(deployment({ keepsData }))
  more(app)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app.synth()
}

test.each([true, false])(
  'the stacks follow AWS’s best practices, but what was let pass with a reason (data is kept: %s)',
  (keepsData) => expect(synthesized(keepsData).stacks).toHaveLength(7),
)

test('the check sees what does not', () =>
  expect(() => synthesized(true, (app) => void new CfnBucket(bareStack(app, 'other', {}), 'Bucket'))).toThrow())
