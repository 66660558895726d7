import { readFileSync } from 'node:fs'
import type { ServiceManifest } from '@awayday/manifest'
import dashboard from '@awayday/service-dashboard'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import type { ServiceArtifact } from '../build/artifact.ts'
import { operationsOf } from '../build/build.ts'
import { contractOf } from '../build/contract-of.ts'
import { unitsOf } from '../build/units-of.ts'
import type { Template } from '../checks/template.ts'
import { appOf } from '../stacks/app.ts'
import type { Deployment } from '../stacks/deployment.ts'

/** A service with a zip for every function, as many letters as a hash has. */
const artifactOf = async (manifest: ServiceManifest): Promise<ServiceArtifact> => ({
  manifest,
  stores: ['dynamodb'],
  functions: Object.fromEntries(Object.keys(manifest.functions).map((name) => [name, 'a'.repeat(64)])),
  ...('graphql' in manifest.functions && { schema: readFileSync(new URL('schema.graphql', manifest.root), 'utf8') }),
  ...defined('contract', await contractOf(manifest)),
  ...defined('units', await unitsOf(manifest)),
  ...(manifest.web && { web: 'c'.repeat(64), operations: await operationsOf(manifest) }),
})

const defined = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value })

export const built = {
  directory: await artifactOf(directory),
  leave: await artifactOf(leave),
  dashboard: await artifactOf(dashboard),
}

export const deployment = (more: Partial<Deployment> = {}): Deployment => ({
  environment: 'test',
  keepsData: true,
  atOnce: false,
  demo: false,
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
