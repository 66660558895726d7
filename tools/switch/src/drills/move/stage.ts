import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import type { StoreName } from '@awayday/event-sourcing'
import { ended, ROOT } from '../product/product.ts'

/** From one store to another. */
export type Move = { readonly from: StoreName; readonly to: StoreName }

/** What a stage told, line by line: JSON objects. */
export type Lines = readonly Readonly<Record<string, unknown>>[]

/** `pnpm switch` in a process of its own, which is called again when it was killed, as an operator would. */
export type Mover = {
  /** Runs a stage to its end. Throws, with what it complained of, where it ends with another exit code than 0 and was not killed. */
  stage(args: readonly string[]): Promise<Lines>
  /** Runs what never ends by itself beside something else, and ends it afterwards. */
  beside<T>(args: readonly (readonly string[])[], run: () => Promise<T>): Promise<T>
  /** `kill -9` of the stage that runs; false: none does. */
  kill(): Promise<boolean>
}

/** A product that is killed may leave a store's lock held for a moment: what an operator would call again is called so often. */
const CALLS_MAX = 5
const PAUSE_MS = 3_000

export const moverOf = (env: Readonly<Record<string, string>>): Mover => {
  let running: ChildProcess | undefined
  let killed = false

  const spawned = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, ['tools/switch/src/main.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  const call = async (args: readonly string[], lines: Record<string, unknown>[]): Promise<string | undefined> => {
    killed = false
    const child = spawned(args)
    running = child
    let complaints = ''
    child.stderr?.on('data', (chunk) => {
      complaints = `${complaints}${chunk}`.slice(-4_000)
    })
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        if (line.startsWith('{') && line.endsWith('}')) lines.push(JSON.parse(line))
      })
    const [code] = await once(child, 'close')
    running = undefined
    if (code === 0) return undefined
    return killed
      ? 'killed'
      : `switch ${args.join(' ')} ended with ${code}: ${complaints}${JSON.stringify(lines.slice(-3))}`
  }

  return {
    async stage(args) {
      const lines: Record<string, unknown>[] = []
      for (let failures = 0; ; ) {
        const trouble = await call(args, lines)
        if (!trouble) return lines
        if (trouble === 'killed') continue
        if (++failures === CALLS_MAX) throw new Error(trouble)
        await after(PAUSE_MS)
      }
    },
    async beside(args, run) {
      const others = args.map(spawned)
      for (const { stdout, stderr } of others) for (const output of [stdout, stderr]) output?.resume()
      try {
        return await run()
      } finally {
        await Promise.all(others.map((other) => ended(other, 'SIGINT')))
      }
    },
    async kill() {
      if (!running) return false
      killed = true
      await ended(running, 'SIGKILL')
      return true
    },
  }
}
