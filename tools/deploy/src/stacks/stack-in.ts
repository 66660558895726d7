import { type App, BootstraplessSynthesizer, type IStackSynthesizer, Stack, Tags } from 'aws-cdk-lib/core'
import { type Deployment, nameOf } from './deployment.ts'

/** A stack of an environment, tagged with it. */
export const stackIn = (app: App, deployment: Deployment, part: string): Stack =>
  bareStack(app, nameOf(deployment, part), { environment: deployment.environment, part })

/** It needs nothing that `cdk bootstrap` makes: zips and templates lie in a bucket of our own. */
export const bareStack = (app: App, name: string, tags: Readonly<Record<string, string>>): Stack => {
  const stack = new Stack(app, name, {
    description: `Awayday: ${Object.values(tags).join(', ')}`,
    synthesizer: new BootstraplessSynthesizer() as IStackSynthesizer,
    analyticsReporting: false,
  })
  for (const [tag, value] of Object.entries(tags)) Tags.of(stack).add(`awayday:${tag}`, value)
  return stack
}
