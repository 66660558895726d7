import { run } from './run.ts'
import { variablesOf } from './servers/endpoints.ts'
import { leaksOf } from './servers/leaks.ts'
import { obtainServers } from './servers/obtain.ts'
import { skip } from './skip.ts'

/**
 * A run of its own: finds or starts the servers, runs the command, stops what it started. Nothing that the run has made may
 * be left. Where no servers are to be had `turbo` runs all the same: only some of its tasks need them, and these come back
 * through with-servers.
 */
export const runWithServers = async (command: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const id = `${process.pid}x${process.hrtime.bigint().toString(36)}`
  await using servers = await obtainServers(env, id)
  if (!('endpoints' in servers)) {
    console.error(`\nNo MongoDB and DynamoDB to test on: ${servers.why}\nSee scripts/test-servers/README.md\n`)
    return command[0] === 'turbo' ? run(command, { ...env, AWAYDAY_TEST_RUN: id }) : skip(command, env)
  }
  const code = await run(command, { ...env, ...variablesOf(servers.endpoints) })
  const leaks = await leaksOf(servers.endpoints)
  for (const leak of leaks) console.error(`LEAK: a suite has left ${leak}`)
  return leaks.length > 0 ? code || 1 : code
}
