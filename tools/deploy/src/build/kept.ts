import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of, textOf } from './artifact.ts'
import type { Built } from './build.ts'

/** What was built, by name: each is a file that has its content's name. */
export type Index = {
  /** By the function's id. */
  readonly functions: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>
  readonly services: Readonly<Record<string, string>>
}

/** Writes everything under its content's name (`.zip`, a service `.json`), and the index beside it. What has that name already is the same. */
export const kept = async (built: readonly Built[], folder: string): Promise<Index> => {
  await mkdir(folder, { recursive: true })
  const functions = built.flatMap((each) => each.functions)
  for (const { sha256, zip } of functions) await writeFile(join(folder, `${sha256}.zip`), zip)
  const services: [string, string][] = []
  for (const { service, web } of built) {
    const text = textOf(service)
    await writeFile(join(folder, `${sha256Of(text)}.json`), text)
    if (web) await writeFile(join(folder, `${service.web}.zip`), web)
    services.push([service.manifest.name, sha256Of(text)])
  }
  const index = {
    functions: Object.fromEntries(
      functions.map(({ function: name, sha256, zip }) => [name, { sha256, bytes: zip.length }]),
    ),
    services: Object.fromEntries(services),
  }
  await writeFile(join(folder, 'index.json'), `${JSON.stringify(index, undefined, 2)}\n`)
  return index
}
