import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'

/** By a function's id: the folder that holds what is in its zip. */
export type Unzipped = ReadonlyMap<string, string>

/** Unpacks what `pnpm build` has left in a folder, each zip into a folder named by its content. What is there already is the same. */
export const unzip = async (built: string, into: string): Promise<Unzipped> => {
  const { functions } = JSON.parse(await readFile(join(built, 'index.json'), 'utf8')) as {
    readonly functions: Readonly<Record<string, { readonly sha256: string }>>
  }
  await mkdir(into, { recursive: true })
  const unzipped = new Map<string, string>()
  for (const [id, { sha256 }] of Object.entries(functions)) {
    const folder = join(into, sha256)
    if (!existsSync(folder)) await unpack(await readFile(join(built, `${sha256}.zip`)), folder)
    unzipped.set(id, folder)
  }
  return unzipped
}

/** Whole or not at all: a folder that was begun has another name. */
const unpack = async (zip: Uint8Array, folder: string): Promise<void> => {
  const begun = `${folder}.${process.pid}`
  for (const [name, content] of Object.entries(unzipSync(zip))) {
    const file = join(begun, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  await rename(begun, folder)
}
