import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** What a program said and how it ended. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

export const withServers = (command: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  started('with-servers.ts', command, env)

export const inZones = (command: readonly string[]): Promise<Ended> => started('in-zones.ts', command, {})

/** Runs one of our programs in an environment that holds nothing of this run but the path to programs. */
const started = async (name: string, command: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> => {
  const program = [new URL(`../${name}`, import.meta.url).pathname, ...command]
  const child = spawn(process.execPath, program, { env: { PATH: process.env['PATH'], ...env } })
  const { promise, resolve } = Promise.withResolvers<number | null>()
  child.on('close', resolve)
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), promise])
  return { code, out, err }
}

/** A command that prints what it was given. */
export const tells = ['node', '-e', 'console.log(process.env.AWAYDAY_TEST_MONGODB_URL, process.env.AWAYDAY_TEST_RUN)']
