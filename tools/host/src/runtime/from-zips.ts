import type { HostFunction } from '../functions/host-function.ts'
import type { Run } from '../functions/run.ts'
import { type Sandbox, type Surroundings, startSandbox } from './sandbox.ts'
import type { Unzipped } from './unzipped.ts'

export type Zips = AsyncDisposable & {
  readonly run: Run
}

/** Runs functions from their zips, each in processes of its own, of which one does one thing at a time. Those that have no zip are run by `otherwise`. */
export const fromZips = (unzipped: Unzipped, around: Surroundings, otherwise: Run): Zips => {
  const free = new Map<string, Sandbox[]>()
  const all = new Set<Sandbox>()
  const ending = new Set<Promise<void>>()

  const end = (sandbox: Sandbox): void => {
    all.delete(sandbox)
    const ended = sandbox.end().finally(() => ending.delete(ended))
    ending.add(ended)
  }

  const start = async (fn: HostFunction, folder: string): Promise<Sandbox> => {
    const sandbox = await startSandbox(fn, folder, around)
    all.add(sandbox)
    return sandbox
  }

  const inProcess = async (fn: HostFunction, folder: string, event: unknown): ReturnType<Run> => {
    const warm = free.get(fn.id)?.pop()
    const sandbox = warm ?? (await start(fn, folder))
    try {
      const answer = await sandbox.run(event)
      return { answer, ...(!warm && { initMs: sandbox.initMs }) }
    } finally {
      if (sandbox.lives()) free.set(fn.id, [...(free.get(fn.id) ?? []), sandbox])
      else end(sandbox)
    }
  }

  return {
    async run(fn, event) {
      const folder = unzipped.get(fn.id)
      if (!folder) return otherwise(fn, event)
      return inProcess(fn, folder, event)
    },
    async [Symbol.asyncDispose]() {
      for (const sandbox of all) end(sandbox)
      await Promise.all(ending)
    },
  }
}
