import type { ServiceManifest } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import type { Template } from '../checks/template.ts'
import { appOf } from '../stacks/app.ts'
import type { Deployed, Deployment } from '../stacks/deployment.ts'

const services: readonly ServiceManifest[] = [directory, leave]

/** A zip for every function: as many letters as a hash has. */
export const deployed = (manifest: ServiceManifest, zips: Readonly<Record<string, string>> = {}): Deployed => ({
  manifest,
  functions: {
    ...Object.fromEntries(Object.keys(manifest.functions).map((name) => [name, 'a'.repeat(64)])),
    ...zips,
  },
})

export const deployment = (more: Partial<Deployment> = {}): Deployment => ({
  environment: 'test',
  keepsData: true,
  services: services.map((manifest) => deployed(manifest)),
  web: 'c'.repeat(64),
  ...more,
})

/** The templates by the names of their stacks. */
export const templatesOf = (made: Deployment): Readonly<Record<string, Template>> =>
  Object.fromEntries(
    appOf(made)
      .synth()
      .stacks.map(({ stackName, template }) => [stackName, template as Template]),
  )
