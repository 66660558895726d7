import { AsyncLocalStorage } from 'node:async_hooks'
import type { FunctionManifest } from './service.ts'

/** What a running function may touch, by its manifest: tables of its service, or `bus`. */
export type Grants = Pick<FunctionManifest, 'reads' | 'writes'> & {
  /** `leave/api` */
  readonly id: string
}

/** A function did what its manifest does not allow; on AWS its role would have refused it. */
export class NotGranted extends Error {
  override readonly name = 'NotGranted'
}

const running = new AsyncLocalStorage<Grants>()

/** Runs a function with what its manifest grants. */
export const withGrants = <T>(grants: Grants, run: () => T): T => running.run(grants, run)

/** Throws `NotGranted`, which names the line that is missing, unless the function that runs may do this. Outside of functions all is allowed. */
export const needs = (right: 'reads' | 'writes', table: string): void => {
  const grants = running.getStore()
  if (!grants || grants[right]?.includes(table)) return
  const [service, name] = grants.id.split('/')
  throw new NotGranted(
    `${grants.id} ${right} ${table}, which its manifest does not say: add '${table}' to ${right} of ${name} in services/${service}/service.ts`,
  )
}
