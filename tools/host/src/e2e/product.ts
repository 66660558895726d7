import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(import.meta.dirname, '../../../..')

/** The product as a newcomer runs it: the start script in a process of its own. */
export type Product = {
  readonly url: string
  readonly port: number
  /** From the start of the process to the line that says where it is. */
  readonly readyMs: number
  /** What it has logged so far, line by line. */
  readonly log: readonly string[]
  /** As when the machine is switched off under it. */
  kill9(): Promise<void>
} & AsyncDisposable

/** Starts it and waits until it says where it is. Disposing is Ctrl-C. */
export const startProduct = async (
  flags: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Product> => {
  const begun = performance.now()
  const child = spawn(process.execPath, ['scripts/start.ts', ...flags], {
    cwd: ROOT,
    env: { ...process.env, AWAYDAY_LOG: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log: string[] = []
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  const url = await new Promise<string>((found, lost) => {
    createInterface(child.stdout).on('line', (line) => {
      log.push(line)
      const [, where] = /^\s+Dashboard\s+(http:\/\/\S+?)\/?$/.exec(line) ?? []
      if (where) found(where)
    })
    child.once('exit', (code) => lost(new Error(`the start script ended with ${code}: ${complaints}`)))
  })
  return {
    url,
    port: Number(new URL(url).port),
    readyMs: performance.now() - begun,
    log,
    kill9: () => ended(child, 'SIGKILL'),
    [Symbol.asyncDispose]: () => ended(child, 'SIGINT'),
  }
}

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}
