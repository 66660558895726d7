import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Artifact } from './build.ts'

/** Which zip each function is, by the function's id. */
export type Index = Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>

/** Writes every zip under its content's name, and the index beside them. What has that name already is the same. */
export const kept = async (artifacts: readonly Artifact[], folder: string): Promise<Index> => {
  await mkdir(folder, { recursive: true })
  for (const { sha256, zip } of artifacts) await writeFile(join(folder, `${sha256}.zip`), zip)
  const index = Object.fromEntries(
    artifacts.map(({ function: name, sha256, zip }) => [name, { sha256, bytes: zip.length }]),
  )
  await writeFile(join(folder, 'index.json'), `${JSON.stringify(index, undefined, 2)}\n`)
  return index
}
