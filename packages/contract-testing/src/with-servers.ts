/**
 * with-servers COMMAND...: runs a command with a real MongoDB and a real DynamoDB, which its tests find in the environment.
 * Within another with-servers it takes what that one has; a command that needs servers where there are none is skipped.
 */
import { run } from './run.ts'
import { skip } from './skip.ts'

const withServers = async (command: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  if (env['AWAYDAY_TEST_RUN']) return env['AWAYDAY_TEST_MONGODB_URL'] ? run(command, env) : skip(command, env)
  const { runWithServers } = await import('./run-with-servers.ts') // a second of drivers that the nested run does not need
  return runWithServers(command, env)
}

process.exitCode = await withServers(process.argv.slice(2), process.env)
