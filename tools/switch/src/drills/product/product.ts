import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Company } from './company.ts'

export const ROOT = resolve(import.meta.dirname, '../../../../..')

/** The product as an operator runs it, in a process of its own, which can be killed and started again at the same port. */
export type Product = AsyncDisposable & {
  readonly url: string
  /** `kill -9`, and a new process; resolves when that is ready. */
  killAndStart(): Promise<void>
  /** Ctrl-C; resolves when the process has ended. */
  stop(): Promise<void>
}

type Environment = Readonly<Record<string, string>>

export const startProduct = async (dataDir: string, env: Environment): Promise<Product> => {
  let { child, url } = await insistently(() => started(dataDir, env, 0))
  const { port } = new URL(url)
  const stop = () => ended(child, 'SIGINT')
  return {
    get url() {
      return url
    },
    async killAndStart() {
      await ended(child, 'SIGKILL')
      ;({ child, url } = await insistently(() => started(dataDir, env, Number(port))))
    },
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

const started = async (dataDir: string, env: Environment, port: number) => {
  const flags = ['--no-seed', '--data-dir', dataDir, '--port', String(port)]
  const child = spawn(process.execPath, ['scripts/start.ts', ...flags], {
    cwd: ROOT,
    env: { ...process.env, AWAYDAY_LOG: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints = `${complaints}${chunk}`.slice(-10_000)
  })
  const url = await new Promise<string>((found, lost) => {
    createInterface(child.stdout).on('line', (line) => {
      const [, where] = /^\s+Dashboard\s+(http:\/\/\S+?)\/?$/.exec(line) ?? []
      if (where) found(where)
    })
    child.once('exit', (code, signal) => lost(new Error(`the product ended with ${code ?? signal}: ${complaints}`)))
  })
  return { child, url }
}

/** Resolves when the process is gone. */
export const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

/** Makes a company of so many people in the store of that environment, in a process of its own. */
export const foundCompany = (dataDir: string, env: Environment, people: number): Promise<Company> =>
  insistently(() => founded(dataDir, env, people))

/** A store that is busy may not answer to a start; whoever starts something then does it again, which is harmless. */
const insistently = async <T>(start: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++)
    try {
      return await start()
    } catch (trouble) {
      if (tries === STARTS_MAX) throw trouble
    }
}
const STARTS_MAX = 4

const founded = async (dataDir: string, env: Environment, people: number): Promise<Company> => {
  const child = spawn(process.execPath, [`${import.meta.dirname}/found-company.ts`, String(people)], {
    env: { ...process.env, AWAYDAY_LOG: 'off', AWAYDAY_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [printed, complaints] = ['', '']
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`the company could not be founded: ${complaints}`)
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Company
}
