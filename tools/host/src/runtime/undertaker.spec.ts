import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const MOURNED = `
import { spawn } from 'node:child_process'
import { undertaker } from ${JSON.stringify(new URL('./undertaker.ts', import.meta.url).href)}
const { born, dead } = undertaker()
const children = Array.from({ length: 3 }, () => spawn('sleep', ['60'], { stdio: 'ignore' }))
for (const { pid } of children) born(pid)
dead(children[1].pid)
for (const { pid } of children) process.kill(pid, 'SIGSTOP')
setTimeout(() => {}, 60_000)
console.log(JSON.stringify(children.map(({ pid }) => pid)))`

test('whoever is frozen when its process is killed is ended, and nobody who was gone before', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', MOURNED], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [pids] = (await once(child.stdout, 'data')).map((chunk: Buffer) => JSON.parse(chunk.toString()) as number[])
  const [first = 0, spared = 0, last = 0] = pids ?? []
  child.kill('SIGKILL')
  await expect.poll(() => [first, last].map(lives), { timeout: 4_000 }).toEqual([false, false])
  expect(lives(spared)).toBe(true)
  process.kill(spared, 'SIGKILL')
})

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
