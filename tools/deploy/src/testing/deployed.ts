import { readFileSync } from 'node:fs'
import type { ServiceManifest } from '@awayday/manifest'
import dashboard from '@awayday/service-dashboard'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import type { ServiceArtifact } from '../build/artifact.ts'
import type { Template } from '../checks/template.ts'
import { appOf } from '../stacks/app.ts'
import type { Deployment } from '../stacks/deployment.ts'

/** A service with a zip for every function, as many letters as a hash has. */
const artifactOf = (manifest: ServiceManifest): ServiceArtifact => ({
  manifest,
  stores: ['dynamodb'],
  functions: Object.fromEntries(Object.keys(manifest.functions).map((name) => [name, 'a'.repeat(64)])),
  ...('graphql' in manifest.functions && { schema: readFileSync(new URL('schema.graphql', manifest.root), 'utf8') }),
  ...(manifest.web && { web: 'c'.repeat(64) }),
})

export const built = {
  directory: artifactOf(directory),
  leave: artifactOf(leave),
  dashboard: artifactOf(dashboard),
}

export const deployment = (more: Partial<Deployment> = {}): Deployment => ({
  environment: 'test',
  keepsData: true,
  services: Object.values(built),
  ...more,
})

/** The templates by the names of their stacks. */
export const templatesOf = (made: Deployment): Readonly<Record<string, Template>> =>
  Object.fromEntries(
    appOf(made)
      .synth()
      .stacks.map(({ stackName, template }) => [stackName, template as Template]),
  )
