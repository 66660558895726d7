import { createHash } from 'node:crypto'
import type { StoreName } from '@awayday/event-sourcing'
import { moduleOf, type ServiceManifest } from '@awayday/manifest'
import { bundle } from '../bundle/bundle.ts'
import { madeOf } from '../bundle/made-of.ts'
import { zip } from '../bundle/zip.ts'

/** A function as it is deployed. Its name is its content's: nothing else ever has the same. */
export type Artifact = {
  /** `leave/api` */
  readonly function: string
  /** SHA-256 of the zip, hex. */
  readonly sha256: string
  readonly zip: Uint8Array
  readonly parts: ReturnType<typeof madeOf>
  /** Bytes that the manifest allows. */
  readonly budget: number
}

const BUDGET_KB = 512

/** The functions of a service, but those of demo mode, which are nowhere deployed. */
export const build = async (service: ServiceManifest, stores: readonly StoreName[]): Promise<readonly Artifact[]> => {
  const artifacts: Artifact[] = []
  for (const [name, { demo, budgetKb = BUDGET_KB }] of Object.entries(service.functions)) {
    if (demo) continue
    const made = await bundle(moduleOf(service, name), stores)
    const packed = zip({ 'index.js': made.code })
    artifacts.push({
      function: `${service.name}/${name}`,
      sha256: createHash('sha256').update(packed).digest('hex'),
      zip: packed,
      parts: madeOf(made),
      budget: budgetKb * 1_000,
    })
  }
  return artifacts
}
