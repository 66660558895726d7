import { type StoreName, StoreUnavailable } from '@awayday/event-sourcing'

/** A port in each of the stores that a process knows. */
export type Known<Port> = ReadonlyMap<StoreName, Port>

/** A store that this process was not told of, in the words of the operator who can tell it. */
export class UnknownStore extends StoreUnavailable {}

/** The port in that store. A store that this process was not told of is trouble of its settings, and the tenant's data is safe there. */
export const inStore = <Port>(known: Known<Port>, name: StoreName): Port => {
  const port = known.get(name)
  if (port) return port
  throw new UnknownStore(
    `a tenant's data lies in ${name}, and this process knows ${[...known.keys()].join(', ')}: add ${name} to AWAYDAY_OTHER_STORES`,
  )
}
