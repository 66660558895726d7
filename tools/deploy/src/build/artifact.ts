import { createHash } from 'node:crypto'
import type { StoreName } from '@awayday/event-sourcing'
import type { ServiceManifest } from '@awayday/manifest'
import type { Units } from '@awayday/meter'
import type { JsonSchema } from '../gate/fits.ts'

/**
 * A service as it was built: all that a deployment needs to know of it, and nothing of the place where it was built. Its name is
 * the SHA-256 of its text, so a name in a versions file says everything down to the last byte of each function.
 */
export type ServiceArtifact = {
  readonly manifest: Omit<ServiceManifest, 'root'>
  /** What its functions keep their data in: one, or two during a move. */
  readonly stores: readonly StoreName[]
  /** SHA-256 of the zip, by the function's name. */
  readonly functions: Readonly<Record<string, string>>
  /** Its part of the GraphQL schema. */
  readonly schema?: string
  /** What others may rely on in its events, and what it relies on in theirs. */
  readonly contract?: Contract
  /** Request units of one call of each use case. */
  readonly units?: Readonly<Record<string, Units>>
  /** SHA-256 of the zip of its web app, and what that asks. */
  readonly web?: string
  readonly operations?: readonly string[]
}

/** Events by type; those it hears by the service they come from as well. */
export type Contract = {
  readonly publishes?: Readonly<Record<string, JsonSchema>>
  readonly consumes?: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>
}

export const textOf = (artifact: ServiceArtifact): string => `${JSON.stringify(artifact, undefined, 2)}\n`

/** As the service itself tells it: enough of a hash to tell builds apart. */
export const versionOf = (sha256: string): string => sha256.slice(0, 12)

export const sha256Of = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
