import { type FunctionManifest, moduleOf, type ServiceManifest } from '@awayday/manifest'

/** One function of one service, by the name the host knows it by. */
export type HostFunction = {
  /** `leave/api` */
  readonly id: string
  readonly service: string
  readonly name: string
  readonly manifest: FunctionManifest
  /** Its `lambda.ts`. */
  readonly module: URL
}

/** As Lambda names it: `leave-api`, and its ARN. */
export const nameOf = ({ id }: HostFunction): string => id.replace('/', '-')
export const arnOf = (fn: HostFunction): string => `arn:aws:lambda:local:000000000000:function:${nameOf(fn)}`

/** All functions of the manifests; those that exist in demo mode only are left out elsewhere. */
export const functionsOf = (services: readonly ServiceManifest[], demo: boolean): readonly HostFunction[] =>
  services.flatMap((service) =>
    Object.entries(service.functions)
      .filter(([, manifest]) => demo || !manifest.demo)
      .map(([name, manifest]) => ({
        id: `${service.name}/${name}`,
        service: service.name,
        name,
        manifest,
        module: moduleOf(service, name),
      })),
  )
