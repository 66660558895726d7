/**
 * with-servers COMMAND...: runs a command with a real MongoDB and a real DynamoDB, which its tests find in the environment.
 * Afterwards nothing that the run has made may be left on them. Within another with-servers it takes what that one has.
 * Without servers `turbo` still runs, since not all of its tasks need them; a command that does is skipped, loudly.
 */

import { run } from './run.ts'
import { variablesOf } from './servers/endpoints.ts'
import { leaksOf } from './servers/leaks.ts'
import { obtainServers } from './servers/obtain.ts'
import { skip } from './skip.ts'

const withServers = async (command: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  if (env['AWAYDAY_TEST_RUN']) return env['AWAYDAY_TEST_MONGODB_URL'] ? run(command, env) : skip(command, env)

  const runId = `${process.pid}x${process.hrtime.bigint().toString(36)}`
  await using servers = await obtainServers(env, runId)
  if (!('endpoints' in servers)) {
    console.error(`\nNo MongoDB and DynamoDB to test on: ${servers.why}\nSee scripts/test-servers/README.md\n`)
    return command[0] === 'turbo' ? run(command, { ...env, AWAYDAY_TEST_RUN: runId }) : skip(command, env)
  }
  const code = await run(command, { ...env, ...variablesOf(servers.endpoints) })
  const leaks = await leaksOf(servers.endpoints)
  for (const leak of leaks) console.error(`LEAK: a suite has left ${leak}`)
  return leaks.length > 0 ? code || 1 : code
}

process.exitCode = await withServers(process.argv.slice(2), process.env)
