import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { failures, heard, untilHeard } from '../fixtures/heard.ts'
import notebook from '../fixtures/notebook/service.ts'
import { withHost } from '../fixtures/with-host.ts'

let host: Awaited<ReturnType<typeof withHost>>
beforeAll(async () => {
  host = await withHost([notebook])
})
afterAll(() => host[Symbol.asyncDispose]())
beforeEach(() => {
  heard.delete('reader')
  heard.delete('relay')
  failures.clear()
})

const write = async (id: string) => (await fetch(`${host.url}/notes/${id}`, { method: 'POST' })).json()
const parked = async () => (await fetch(`${host.url}/_host/streams`)).json()
const redrive = (body: object) =>
  fetch(`${host.url}/_host/streams/redrive`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('what a function appends', () => {
  test('reaches the stream function of its table, in order', async () => {
    expect([await write('a'), await write('a'), await write('a')]).toEqual([true, true, true])
    await untilHeard('reader', 3)
    expect(heard.get('reader')).toEqual([1, 2, 3])
  })

  test('comes again when the function says that it failed', async () => {
    failures.set('relay', 2)
    await write('b')
    await untilHeard('reader', 1)
    expect([heard.get('relay'), heard.get('reader')]).toEqual([[1, 1, 1], [1]])
  })
})

describe('a stream that a defect parked', () => {
  test('is shown, and driven again from where it stopped', async () => {
    failures.set('reader', 1)
    await write('c')
    await untilHeard('relay', 1)
    await write('c')
    await untilHeard('relay', 2)
    const at = { service: 'notebook', tenant: 'acme', stream: 'note/c' }
    expect(await parked()).toMatchObject([{ ...at, consumer: 'reader', version: 1 }])

    expect((await redrive(at)).status).toBe(202)
    expect([heard.get('reader'), await parked()]).toEqual([[1, 2], []])
  })

  test.each([
    [{ service: 'notebook', tenant: 'acme', stream: 'note/none' }],
    [{ service: 'nothing', tenant: 'acme', stream: 'note/a' }],
    [{ service: 'notebook', tenant: 'ACME', stream: 'note/a' }],
    [{}],
  ])('is not %j', async (asked) => {
    const answer = await redrive(asked)
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { type: '/problems/NotParked', title: 'There is no such parked stream', status: 404 },
    ])
  })
})

test('every function called sweep runs once when the host starts', () => {
  expect(heard.get('sweep')).toHaveLength(1)
})
