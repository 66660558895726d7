import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const withServers = join(import.meta.dirname, '../../../packages/contract-testing/src/with-servers.ts')

/** What a program says that needs MongoDB and DynamoDB, where they can be had; where not, with-servers says so. */
export const saidWithServers = async (program: string): Promise<string> => {
  const child = spawn(process.execPath, [withServers, process.execPath, program], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const [code] = await once(child, 'close')
  if (code !== 0) process.exitCode = 1 // what it said is printed all the same
  return said.join('').trimEnd().concat('\n')
}
