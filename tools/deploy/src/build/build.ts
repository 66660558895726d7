import { readFile } from 'node:fs/promises'
import type { StoreName } from '@awayday/event-sourcing'
import { moduleOf, type ServiceManifest } from '@awayday/manifest'
import { bundle } from '../bundle/bundle.ts'
import { madeOf } from '../bundle/made-of.ts'
import { zip } from '../bundle/zip.ts'
import { type ServiceArtifact, sha256Of } from './artifact.ts'
import { contractOf } from './contract-of.ts'
import { unitsOf } from './units-of.ts'
import { webZip } from './web-zip.ts'

/** A function as it is deployed. Its name is its content's: nothing else ever has the same. */
export type FunctionArtifact = {
  /** `leave/api` */
  readonly function: string
  /** SHA-256 of the zip, hex. */
  readonly sha256: string
  readonly zip: Uint8Array
  readonly parts: ReturnType<typeof madeOf>
  /** Bytes that the manifest allows. */
  readonly budget: number
}

export type Built = {
  readonly service: ServiceArtifact
  readonly functions: readonly FunctionArtifact[]
  readonly web?: Uint8Array
}

/** What a function without images may have. */
const BUDGET_KB = 500

/** A service with all its functions. Those of demo mode run where an environment is somebody's own. */
export const build = async (manifest: ServiceManifest, stores: readonly StoreName[]): Promise<Built> => {
  const functions: FunctionArtifact[] = []
  for (const name of Object.keys(manifest.functions)) functions.push(await buildFunction(manifest, name, stores))
  const web = manifest.web && (await webZip(manifest))
  const [schema, contract, operations, units] = await Promise.all([
    schemaOf(manifest),
    contractOf(manifest),
    operationsOf(manifest),
    unitsOf(manifest),
  ])
  const { root: _, ...told } = manifest
  return {
    service: {
      manifest: told,
      stores,
      functions: Object.fromEntries(functions.map(({ function: id, sha256 }) => [id.split('/')[1] ?? '', sha256])),
      ...(schema !== undefined && { schema }),
      ...(contract && { contract }),
      ...(units && { units }),
      ...(web && { web: sha256Of(web) }),
      ...(operations.length > 0 && { operations }),
    },
    functions,
    ...(web && { web }),
  }
}

const buildFunction = async (
  manifest: ServiceManifest,
  name: string,
  stores: readonly StoreName[],
): Promise<FunctionArtifact> => {
  const made = await bundle(moduleOf(manifest, name), stores)
  const packed = zip(made.files)
  return {
    function: `${manifest.name}/${name}`,
    sha256: sha256Of(packed),
    zip: packed,
    parts: madeOf(made),
    budget: (manifest.functions[name]?.budgetKb ?? BUDGET_KB) * 1_000,
  }
}

/** Everything that a web app asks. */
export const operationsOf = async ({ web, root }: ServiceManifest): Promise<readonly string[]> => {
  if (!web) return []
  const file = new URL('src/api/operations.ts', root)
  return ((await import(file.href)) as { readonly operations: readonly string[] }).operations
}

const schemaOf = async ({ functions, root }: ServiceManifest): Promise<string | undefined> => {
  for (const { on } of Object.values(functions))
    if (on.kind === 'graphql') return readFile(new URL(on.schema, root), 'utf8')
  return undefined
}
