import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../../../scripts/start.ts', import.meta.url))

let dataDir: string
const children: ChildProcess[] = []
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'awayday-start-'))
})
afterEach(async () => {
  for (const child of children
    .splice(0)
    .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(dataDir, { recursive: true })
})

const start = (...args: readonly string[]) => {
  const env: NodeJS.ProcessEnv = { ...process.env, AWAYDAY_LOG: 'off' }
  for (const name of Object.keys(env)) if (/^AWAYDAY_(?!LOG)/.test(name)) delete env[name]
  const child = spawn(process.execPath, [script, '--data-dir', dataDir, ...args], { env })
  children.push(child)
  let [printed, complained] = ['', '']
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  child.stderr.on('data', (chunk) => {
    complained += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code, printed, complained }))
  const ready = async (): Promise<string> => {
    for await (const chunk of child.stdout) if (String(chunk).includes('Dashboard')) break
    return /Dashboard\s+(\S+)\//.exec(printed)?.[1] ?? ''
  }
  return { child, ended, ready }
}

describe('pnpm start', () => {
  test.each([
    [['--bad'], "Unknown option '--bad'. See --help."],
    [['--store', 'mongodb'], '--store mongodb needs AWAYDAY_MONGODB_URL.'],
  ])('with %j says what is wrong, with exit code 2', async (args, sentence) => {
    expect(await start(...args).ended).toEqual({ code: 2, printed: '', complained: `${sentence}\n` })
  })

  test('on a busy port says so, with exit code 2', async () => {
    const busy = createServer().listen(0, '127.0.0.1')
    await once(busy, 'listening')
    const { port } = busy.address() as { port: number }
    const { code, complained } = await start('--no-seed', '--port', `${port}`).ended
    busy.close()
    expect([code, complained]).toEqual([
      2,
      `Port ${port} is in use. Stop what uses it, or choose another with --port.\n`,
    ])
  })

  test('answers, closes cleanly at Ctrl-C, and starts again on what is there', async () => {
    for (const _ of [1, 2]) {
      const { child, ended, ready } = start('--no-seed', '--port', '0')
      const url = await ready()
      expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' })
      child.kill('SIGINT')
      expect((await ended).code).toBe(0)
    }
  })

  test('on a data directory in use says so, with exit code 2; after kill -9 it is free again', async () => {
    const first = start('--no-seed', '--port', '0')
    await first.ready()
    const { code, complained } = await start('--no-seed', '--port', '0').ended
    expect([code, complained]).toEqual([
      2,
      `Awayday already runs on ${dataDir}. Stop it, or choose another --data-dir.\n`,
    ])
    first.child.kill('SIGKILL')
    await first.ended
    expect(await start('--no-seed', '--port', '0').ready()).toMatch(/^http/)
  })

  test('keeps a moved clock, and begins anew with --reset, which leaves what is not its own', async () => {
    writeFileSync(join(dataDir, 'mine.txt'), 'mine')
    const yearOf = async (...args: readonly string[]): Promise<string> => {
      const { child, ended, ready } = start('--no-seed', '--port', '0', ...args)
      const { now } = (await (await fetch(`${await ready()}/_host/clock`)).json()) as { now: string }
      child.kill('SIGTERM')
      await ended
      return now.slice(0, 4)
    }
    expect(await yearOf('--today', '2031-01-01')).toBe('2031')
    const secret = readFileSync(join(dataDir, 'secret'), 'utf8')
    expect(await yearOf()).toBe('2031')
    expect(await yearOf('--reset')).not.toBe('2031')
    expect([existsSync(join(dataDir, 'mine.txt')), readFileSync(join(dataDir, 'secret'), 'utf8')]).toEqual([
      true,
      secret,
    ])
  })
})
