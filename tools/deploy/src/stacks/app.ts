import { App } from 'aws-cdk-lib/core'
import { artifactsStack } from './artifacts-stack.ts'
import { busStack } from './bus-stack.ts'
import type { Deployment } from './deployment.ts'
import { graphStack } from './graph-stack.ts'
import { httpStack } from './http-stack.ts'
import { serviceStack } from './service-stack.ts'
import { webStack } from './web-stack.ts'

/** All stacks of an environment, in the order in which they are applied the first time. */
export const appOf = (deployment: Deployment): App => {
  const app = new App({ treeMetadata: false })
  artifactsStack(app)
  busStack(app, deployment)
  for (const artifact of deployment.services)
    if (Object.keys(artifact.functions).length > 0) serviceStack(app, deployment, artifact)
  httpStack(app, deployment)
  graphStack(app, deployment)
  webStack(app, deployment)
  return app
}
