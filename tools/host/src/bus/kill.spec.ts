import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import greeter from '../fixtures/greeter/service.ts'
import { heard } from '../fixtures/heard.ts'
import { startHost } from '../start-host.ts'

const child = fileURLToPath(new URL('../fixtures/child/accept-and-die.ts', import.meta.url))

test('what a bus accepted is delivered by the next host, though its process was killed (kill -9)', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'awayday-kill-'))
  const env = { AWAYDAY_DATA_DIR: dataDir, AWAYDAY_SECRET: 'x'.repeat(32), AWAYDAY_LOG: 'off' }
  const publisher = spawn(process.execPath, [child], { env: { ...process.env, ...env, AWAYDAY_BUS: 'local' } })
  let accepted = ''
  for await (const chunk of publisher.stdout) {
    accepted += chunk
    if (accepted.includes('\n50\n')) break
  }
  publisher.kill('SIGKILL')
  await once(publisher, 'exit')
  const acknowledged = accepted.split('\n').slice(0, -1).map(Number)

  {
    await using host = await startHost({ services: [greeter], env, port: 0, demo: true })
    await host.settled()
  }
  const numbers = (heard.get('greeted') ?? []).map(
    (event) => (event as { detail: { data: { n: number } } }).detail.data.n,
  )
  expect(numbers).toEqual(expect.arrayContaining(acknowledged))
  expect(new Set(numbers).size).toBe(numbers.length)
  rmSync(dataDir, { recursive: true })
})
