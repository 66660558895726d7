import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Route } from '@awayday/event-sourcing'
import type { Instant, TenantId } from '@awayday/kernel'
import type { Collection } from '@awayday/stored-items'
import { BackupProblem, damaged } from '../problem.ts'
import { sha256 } from './checksum.ts'

/** What a backup holds. It is written last: a folder without one is no backup. */
export type Manifest = {
  readonly format: typeof FORMAT
  /** Every append that was answered before is in. */
  readonly begun: Instant
  readonly ended: Instant
  readonly parts: readonly Part[]
  /** Of all that is kept, whatever store it came from and wherever the chunks were cut: SHA-256 over the parts' digests. */
  readonly sha256: string
}
export const FORMAT = 1

/** One service's data of one tenant. */
export type Part = {
  readonly service: string
  readonly tenant: TenantId
  /** Where it was read, and how often it had been moved. */
  readonly route: Pick<Route, 'home' | 'epoch'>
  readonly begun: Instant
  readonly ended: Instant
  /** In the order they were read. */
  readonly collections: readonly Kept[]
  readonly sha256: string
}

/** A collection: its items in key order, cut into chunks. `bytes` and `sha256` are of the chunks' contents, one after the other. */
export type Kept = {
  readonly collection: Collection
  readonly items: number
  readonly bytes: number
  readonly sha256: string
  readonly chunks: readonly Chunk[]
}

/** A file: compressed with zstd, `bytes` and `sha256` of the file itself; `content` is what was compressed. */
export type Chunk = {
  readonly file: string
  readonly items: number
  readonly bytes: number
  readonly sha256: string
  readonly content: { readonly bytes: number; readonly sha256: string }
}

export const digestOfPart = ({
  service,
  tenant,
  collections,
}: Pick<Part, 'service' | 'tenant' | 'collections'>): string =>
  sha256([service, tenant, ...collections.map((kept) => `${kept.collection} ${kept.sha256}`)].join('\n'))

export const digestOfParts = (parts: readonly Part[]): string => sha256(parts.map((part) => part.sha256).join('\n'))

/** Every file of these parts. */
export const chunksOf = (parts: readonly Part[]): readonly Chunk[] =>
  parts.flatMap(({ collections }) => collections.flatMap(({ chunks }) => chunks))

export const MANIFEST = 'manifest.json'

/** The whole file or nothing: under another name first, then renamed. */
export const writeManifest = async (folder: string, manifest: Manifest): Promise<void> => {
  const text = JSON.stringify(manifest, null, 1)
  const unfinished = join(folder, `${MANIFEST}.unfinished`)
  {
    await using file = await open(unfinished, 'w', 0o600)
    await file.writeFile(`{"sha256":"${sha256(text)}","backup":\n${text}\n}\n`)
    await file.sync()
  }
  await rename(unfinished, join(folder, MANIFEST))
  await using directory = await open(folder)
  await directory.sync()
}

/** Refuses what is not byte for byte what was written. `id` tells this backup from every other. */
export const readManifest = async (folder: string): Promise<{ readonly manifest: Manifest; readonly id: string }> => {
  const file = await readFile(join(folder, MANIFEST), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT' && cause.code !== 'ENOTDIR') throw cause
    throw new BackupProblem(`${folder} holds no backup: without a ${MANIFEST} it was never finished.`)
  })
  const [, told, text] = /^\{"sha256":"([0-9a-f]{64})","backup":\n(.*)\n\}\n$/s.exec(file) ?? []
  if (told === undefined || text === undefined) throw damaged(MANIFEST, 'it does not begin or end as one')
  if (sha256(text) !== told) throw damaged(MANIFEST, 'its text is not what was written')
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== FORMAT)
    throw new BackupProblem(`${MANIFEST} is of format ${manifest.format}, and this version reads format ${FORMAT}.`)
  return { manifest, id: told.slice(0, 32) }
}
