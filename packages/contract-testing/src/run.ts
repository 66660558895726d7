import { spawn } from 'node:child_process'

/** Runs a command on this terminal; its exit code, or 1 where a signal ended it. */
export const run = ([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const child = spawn(program, args, { env, stdio: 'inherit' })
  // Ctrl-C reaches the child by itself. This process outlives it, to stop the servers.
  const wait = () => {}
  const end = () => child.kill('SIGTERM')
  process.on('SIGINT', wait).on('SIGTERM', end)
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  child.on('error', reject).on('exit', (code) => resolve(code ?? 1))
  return promise.finally(() => process.off('SIGINT', wait).off('SIGTERM', end))
}
