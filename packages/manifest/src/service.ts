import type { Table } from './table.ts'
import type { Trigger } from './trigger.ts'

export type FunctionManifest = {
  readonly on: Trigger
  readonly memoryMb?: number
  /** At most 30 behind HTTP and GraphQL, 900 elsewhere. */
  readonly timeoutS?: number
  /** Thousands of bytes that its zip may have, built for DynamoDB; 500 where none is named. */
  readonly budgetKb?: number
  /** Tables of this service, or `bus`: what the function may touch. A deploy derives its rights from these. */
  readonly reads?: readonly string[]
  readonly writes?: readonly string[]
  /** Exists in demo mode only. */
  readonly demo?: true
}

/** The only list of what a service is made of. */
export type ServiceManifest = {
  readonly name: string
  /** The service's folder, as `import.meta.url` of its `service.ts`. */
  readonly root: string
  readonly functions: Readonly<Record<string, FunctionManifest>>
  readonly tables: Readonly<Record<string, Table>>
  readonly publishes?: { readonly source: string; readonly types: readonly string[] }
  /** A built web app, served under `/`: a folder from the service's folder. */
  readonly web?: { readonly folder: string }
}

/** What a function has where its manifest names nothing: Lambda's memory, and ours of its time. */
export const memoryMbOf = ({ memoryMb = 512 }: FunctionManifest): number => memoryMb
export const timeoutSOf = ({ timeoutS = 10 }: FunctionManifest): number => timeoutS

/** Function `x` of a service is `src/functions/x/lambda.ts`, its export `handler`. */
export const moduleOf = ({ root }: Pick<ServiceManifest, 'root'>, name: string): URL =>
  new URL(`./src/functions/${name}/lambda.ts`, root)

/** Checks what types cannot: a manifest that names a table it has not is a defect, found at start and in tests. */
export const defineService = <const M extends ServiceManifest>(manifest: M): M => {
  for (const [name, fn] of Object.entries<FunctionManifest>(manifest.functions)) {
    const { on, reads = [], writes = [] } = fn
    const timeoutS = timeoutSOf(fn)
    const tables = [...reads, ...writes, ...(on.kind === 'stream' ? [on.table] : [])]
    const unknown = tables.find((table) => table !== 'bus' && !(table in manifest.tables))
    if (unknown) throw new Error(`${manifest.name}: function ${name} names the table ${unknown}, which is not declared`)
    const most = on.kind === 'http' || on.kind === 'graphql' ? 30 : 900
    if (timeoutS < 1 || timeoutS > most) throw new Error(`${manifest.name}: function ${name} may run 1 to ${most} s`)
  }
  return manifest
}
