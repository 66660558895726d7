/**
 * with-aws COMMAND...: runs a command with a server that speaks AWS's APIs (moto), which SDKs find by `AWS_ENDPOINT_URL`. Where it
 * cannot be had, the command is skipped, loudly.
 */
import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { freePort } from '@awayday/contract-testing/free-port'
import { run } from '@awayday/contract-testing/run'
import { skip } from '@awayday/contract-testing/skip'

const UP = join(import.meta.dirname, '../../../../scripts/test-aws/up')

const programOf = (): string | undefined => {
  try {
    return execFileSync(UP, { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

const answers = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    if (
      await fetch(`${url}/moto-api/`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await after(150)
  }
  throw new Error(`moto does not answer at ${url}`)
}

const command = process.argv.slice(2)
const program = programOf()
if (program === undefined) process.exitCode = skip(command, process.env, 'Python, and moto from PyPI')
else {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const moto = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  try {
    await answers(url)
    process.exitCode = await run(command, {
      ...process.env,
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    })
  } finally {
    moto.kill()
  }
}
