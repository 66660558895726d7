import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { notRun } from './reports.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** Says what does not run for want of servers, and counts it as skipped. On a laptop that is no failure; where CI is set it is. */
export const skip = (
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  needed = 'a MongoDB and a DynamoDB',
): number => {
  const suite = `${relative(ROOT, process.cwd()) || '.'}: ${command.join(' ')}`
  console.error(`SKIPPED: ${suite} (needs ${needed})`)
  const reports = env['AWAYDAY_TEST_REPORTS']
  if (reports) writeFileSync(join(reports, `skipped-${process.pid}.json`), JSON.stringify(notRun(suite, Date.now())))
  return env['CI'] ? 1 : 0
}
