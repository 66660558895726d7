import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { PutEventsAnswer } from '@awayday/bus/put-events'
import { memoryMbOf } from '@awayday/manifest'
import { arnOf, type HostFunction, nameOf } from '../functions/host-function.ts'
import { type Ran, timedOut, timeoutMsOf } from '../functions/run.ts'
import { overMemory, peakMbOf } from './memory.ts'
import { runtimeApi } from './runtime-api.ts'
import type { Undertaker } from './undertaker.ts'

/** A process that runs one function from its zip: an event at a time, frozen while it has none, gone with its time or memory. */
export type Sandbox = {
  /** From the start of the process until it asked for its first event. */
  readonly initMs: number
  /** Whether it can take another event. */
  readonly lives: () => boolean
  run(event: unknown): Promise<Ran['answer']>
  end(): Promise<void>
}

const BOOTSTRAP = join(import.meta.dirname, 'bootstrap.js')

/** Lambda gives a function ten seconds to start. */
const INIT_MS = 10_000

/** What a process finds beside what Lambda itself sets: its environment, and a bus. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string>>
  readonly put: (request: unknown) => PutEventsAnswer
  readonly buries: Pick<Undertaker, 'born' | 'dead'>
}

/** `folder`: what the zip holds. */
export const startSandbox = async (
  fn: HostFunction,
  folder: string,
  { env, put, buries }: Surroundings,
): Promise<Sandbox> => {
  const begun = performance.now()
  const ready = Promise.withResolvers<void>()
  const freeze = (): void => void child.kill('SIGSTOP')
  const api = await runtimeApi({ idle: () => ready.resolve(freeze()), broken: ready.reject, put })
  const child = started(fn, folder, {
    ...env,
    AWS_LAMBDA_RUNTIME_API: api.address,
    AWS_ENDPOINT_URL_EVENTBRIDGE: `http://${api.address}/eventbridge`,
  })
  const { pid = 0 } = child
  if (pid) buries.born(pid)
  let why: Error | undefined
  child.once('exit', (code, signal) => {
    const trouble = why ?? exited(code, signal)
    ready.reject(trouble)
    api.gone(trouble)
    api[Symbol.dispose]()
    buries.dead(pid)
  })
  const kill = (trouble: Error): void => {
    why ??= trouble
    child.kill('SIGKILL')
  }

  await within(INIT_MS, ready.promise, () => kill(timedOut(fn)))
  const initMs = performance.now() - begun
  return {
    initMs,
    lives: () => !why && isAlive(child),
    async run(event) {
      const watch = setInterval(() => {
        if (peakMbOf(pid) > memoryMbOf(fn.manifest)) kill(overMemory(fn))
      }, WATCH_MS)
      child.kill('SIGCONT')
      const timeoutMs = timeoutMsOf(fn)
      const answered = api.handle(event, arnOf(fn), Date.now() + timeoutMs)
      return within(timeoutMs, answered, () => kill(timedOut(fn))).finally(() => clearInterval(watch))
    },
    async end() {
      if (!isAlive(child)) return
      kill(new Error(`${fn.id} was ended`))
      await once(child, 'exit')
    },
  }
}

const WATCH_MS = 50

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null

const started = (fn: HostFunction, folder: string, env: Readonly<Record<string, string>>): ChildProcess => {
  const memoryMb = memoryMbOf(fn.manifest)
  // As Lambda's own runtime divides a function's memory.
  const heap = [
    `--max-old-space-size=${Math.floor(memoryMb * 0.9)}`,
    `--max-semi-space-size=${Math.ceil(memoryMb * 0.05)}`,
  ]
  const child = spawn(process.execPath, [...heap, BOOTSTRAP], {
    cwd: folder,
    env: {
      ...env,
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: 'index.handler',
      AWS_LAMBDA_FUNCTION_NAME: nameOf(fn),
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: `${memoryMb}`,
      TZ: ':UTC',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const output of [child.stdout, child.stderr])
    if (output) createInterface(output).on('line', (line) => console.log(line))
  return child
}

const within = async <T>(ms: number, work: Promise<T>, over: () => void): Promise<T> => {
  const timer = setTimeout(over, ms)
  return work.finally(() => clearTimeout(timer))
}

const exited = (code: number | null, signal: NodeJS.Signals | null): Error =>
  Object.assign(new Error(signal ? `signal: ${signal}` : `exit status ${code}`), { name: 'Runtime.ExitError' })
