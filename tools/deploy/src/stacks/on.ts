import type { Trigger } from '@awayday/manifest'
import type { Deployment } from './deployment.ts'

/** The functions of all services that are started by one kind of trigger. */
export const functionsOn = <Kind extends Trigger['kind']>({ services, demo: withDemo }: Deployment, kind: Kind) =>
  services.flatMap(({ manifest: { name: service, functions } }) =>
    Object.entries(functions).flatMap(([name, { on, demo }]) =>
      on.kind === kind && (!demo || withDemo)
        ? [{ id: `${service}/${name}`, service, on: on as Extract<Trigger, { kind: Kind }> }]
        : [],
    ),
  )

/** The one function that knows whoever calls. */
export const authorizerOf = (deployment: Deployment): string => {
  const [one, ...others] = functionsOn(deployment, 'authorizer')
  if (!one || others.length > 0) throw new Error('one function of the product is its authorizer, and only one')
  return one.id
}
