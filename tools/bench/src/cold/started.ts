import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type HostFunction, type Surroundings, startSandbox } from '@awayday/host/sandbox'
import type { Rival } from '../interleave.ts'

/** Lays a function's files out for a process to load. */
export const laidOut = async (folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
}

/** Milliseconds from the start of a process until it has answered, or refused, its first event. */
export const coldStart =
  (fn: HostFunction, folder: string, env: Readonly<Record<string, string>>, event: object): Rival =>
  async () => {
    const begun = performance.now()
    const sandbox = await startSandbox(fn, folder, { ...nothingBeside, env })
    await sandbox.run(event).catch(() => {})
    const took = performance.now() - begun
    await sandbox.end()
    return took
  }

const nothingBeside: Omit<Surroundings, 'env'> = {
  put: () => ({ status: 200, body: {} }),
  buries: { born: () => {}, dead: () => {} },
}
