import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A program of its own process, ended on disposal. */
export type Program = AsyncDisposable & {
  /** Milliseconds from its start until `url` answered with 200 for the first time. Throws when it ends before, or never does. */
  readonly answeredAfterMs: number
}

/** Starts a program and waits until it answers. */
export const started = async (
  args: readonly string[],
  url: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Program> => {
  const start = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`)
    if (performance.now() - start > LONGEST_MS) {
      await stop()
      throw new Error(`${args.join(' ')} has not answered`)
    }
    await sleep(POLL_MS)
  }
  return { answeredAfterMs: performance.now() - start, [Symbol.asyncDispose]: stop }
}

const POLL_MS = 5
const LONGEST_MS = 120_000

const answers = (url: string): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  get(url, { agent: false, headers: { accept: 'text/html' } }, (response) => {
    response.resume()
    resolve(response.statusCode === 200)
  }).on('error', () => resolve(false))
  return promise
}
