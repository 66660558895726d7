import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { processClock } from '@awayday/clock'
import type { Instant } from '@awayday/kernel'
import { stream } from '@awayday/manifest'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HostFunction } from '../functions/host-function.ts'
import { fromZips, type Zips } from './from-zips.ts'
import { unzip } from './unzipped.ts'

/** Does what its event says; `started` is told apart by process. */
const CODE = `
let ticks = 0
const clock = (globalThis[Symbol.for('awayday.clock')] = { offsetMs: 0 })
exports.handler = async ({ do: what, ms = 0, value }, context) => {
  if (what === 'echo') return { value, by: process.pid, word: process.env.WORD, left: context.getRemainingTimeInMillis() }
  if (what === 'throw') throw Object.assign(new Error('no such leave'), { name: 'LeaveNotFound' })
  if (what === 'hang') return new Promise(() => setTimeout(() => {}, 60_000))
  if (what === 'spin') for (;;);
  if (what === 'exit') process.exit(3)
  if (what === 'wait') return new Promise((done) => setTimeout(done, ms))
  if (what === 'eat') { const all = []; for (;;) { all.push(Buffer.alloc(1e7, 1)); await new Promise(setImmediate) } }
  if (what === 'tick') { setInterval(() => ticks++, 5); return 0 }
  if (what === 'ticks') return ticks
  if (what === 'time') return new Date(Date.now() + clock.offsetMs).toISOString()
  if (what === 'huge') return 'x'.repeat(6_291_557)
}`

const functionOf = (id: string, manifest: object = {}): HostFunction => ({
  id,
  service: 'any',
  name: id,
  manifest: { on: stream('events'), timeoutS: 5, memoryMb: 128, ...manifest },
  module: new URL('file:///none'),
})
const any = functionOf('any/one')

let folder: string
let zips: Zips
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'awayday-zips-'))
  const built = join(folder, 'built')
  mkdirSync(built)
  const code = { one: CODE, impatient: CODE, broken: 'throw new SyntaxError("not today")', empty: 'exports.other = 1' }
  for (const [name, text] of Object.entries(code))
    writeFileSync(join(built, `${name}.zip`), zipSync({ 'index.js': Buffer.from(text) }))
  const index = Object.keys(code).map((name) => [`any/${name}`, { sha256: name, bytes: 1 }])
  writeFileSync(join(built, 'index.json'), JSON.stringify({ functions: Object.fromEntries(index) }))
  const around = {
    env: { WORD: 'own' },
    put: () => ({ status: 200, body: {} }) as const,
    buries: { born: () => {}, dead: () => {} },
  }
  zips = fromZips(await unzip(built, join(folder, 'unzipped')), around, async () => ({ answer: 'from its source' }))
})
afterAll(async () => {
  await zips[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const run = async (event: object, fn = any) => (await zips.run(fn, event)).answer
const pid = async (fn = any): Promise<unknown> => ((await run({ do: 'echo' }, fn)) as { readonly by: number }).by

describe('a function that runs from its zip', () => {
  test('answers, and says what its start took, once', async () => {
    const first = await zips.run(any, { do: 'echo', value: 'Ümläut 🏝' })
    expect(first).toEqual({
      answer: { value: 'Ümläut 🏝', by: expect.any(Number), word: 'own', left: expect.any(Number) },
      initMs: expect.any(Number),
    })
    expect(await zips.run(any, { do: 'echo' })).not.toHaveProperty('initMs')
  })

  test('has a process of its own, which it keeps', async () => {
    const own = await pid()
    expect(own).not.toBe(process.pid)
    expect(await pid()).toBe(own)
  })

  test('knows how much of its time is left', async () => {
    const { left } = (await run({ do: 'echo' })) as { readonly left: number }
    expect(left).toBeGreaterThan(3_000)
    expect(left).toBeLessThanOrEqual(5_000)
  })

  test('throws by its own name, and goes on', async () => {
    const own = await pid()
    await expect(run({ do: 'throw' })).rejects.toMatchObject({ name: 'LeaveNotFound', message: 'no such leave' })
    expect(await pid()).toBe(own)
  })

  test('is frozen while it has nothing to do', async () => {
    const before = (await run({ do: 'tick' })) as number
    await after(200)
    expect((await run({ do: 'ticks' })) as number).toBeLessThan(before + 20)
  })

  test.each([
    ['waits', 'hang'],
    ['never pauses', 'spin'],
  ])('is ended with its time where it %s, and starts again', async (_what, what) => {
    const impatient = functionOf('any/impatient', { timeoutS: 0.5 })
    const own = await pid(impatient)
    await expect(run({ do: what }, impatient)).rejects.toMatchObject({ name: 'FunctionTimedOut' })
    expect(await pid(impatient)).not.toBe(own)
  })

  test.each([
    ['takes more than its memory', 'eat', 'Runtime.OutOfMemory'],
    ['ends its process', 'exit', 'Runtime.ExitError'],
    ['answers more than Lambda takes', 'huge', 'Function.ResponseSizeTooLarge'],
  ])('that %s fails by name, and starts again', async (_what, what, name) => {
    await expect(run({ do: what })).rejects.toMatchObject({ name })
    expect(await pid()).toBeTypeOf('number')
  })

  test.each([
    ['any/broken', { name: 'SyntaxError', message: 'not today' }],
    ['any/empty', { message: 'index.handler is not exported, or no function' }],
  ])('that cannot be loaded says why: %s', async (id, why) =>
    expect(run({}, functionOf(id))).rejects.toMatchObject(why),
  )

  test('has as many processes as calls at once', async () => {
    const three = await Promise.all([1, 2, 3].map(() => Promise.all([pid(), run({ do: 'wait', ms: 100 })])))
    expect(new Set(three.map(([own]) => own)).size).toBe(3)
  })

  test('has the host’s time', async () => {
    const present = processClock.offsetMs
    try {
      for (const year of [2024, 2031]) {
        processClock.travelTo(`${year}-06-01T12:00:00.000Z` as Instant)
        expect(await run({ do: 'time' })).toMatch(new RegExp(`^${year}-06-01T12:0`))
      }
    } finally {
      processClock.offsetMs = present
    }
  })
})

test('a function that has no zip runs from its source', async () =>
  expect(await run({}, functionOf('any/none'))).toBe('from its source'))
