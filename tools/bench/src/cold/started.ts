import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostFunction, Surroundings } from '@awayday/host/sandbox'
import { startSandbox } from '@awayday/host/sandbox'
import type { Rival } from '../interleave.ts'

/** Where a function's code lies for a process to load: `index.js`, and what says how to read it. */
export const laidOut = async (folder: string, code: Uint8Array, type: 'commonjs' | 'module'): Promise<string> => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'index.js'), code)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type }))
  return folder
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
