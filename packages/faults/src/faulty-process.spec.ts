import { describe, expect, test } from 'vitest'
import type { Fault } from './fault.ts'
import { faultyProcess } from './faulty-process.ts'
import { listed, ShelfUnavailable, shelfFaults, shelfOver } from './testing/shelf.ts'

/** A process that is to expect something, over a shelf with a thing on it. */
const expecting = (fault?: Fault) => {
  const things = new Map([['old', 1]])
  const process = faultyProcess()
  process.expect(fault)
  return { things, process, shelf: process.through('shelf', shelfOver(things), shelfFaults, shelfOver(new Map())) }
}

const trouble = (what: string) => new ShelfUnavailable(what)
const crash = new Error('crash')

describe('a process that nothing befalls', () => {
  test('calls its ports, and says what it called and what could have befallen it', async () => {
    const { process, shelf, things } = expecting()
    expect(await shelf.put('new', 0)).toBe(true)
    expect(await shelf.get('new')).toBe(1)
    await shelf.putAll(['a'])
    expect(await listed(shelf.names())).toEqual(['old', 'new', 'a'])
    expect([...things.keys()]).toEqual(['old', 'new', 'a'])
    const always = [
      'request lost',
      'answer lost',
      'throttled',
      'crash before',
      'crash after',
      'pause before',
      'pause after',
    ]
    expect(process.made()).toEqual([
      { name: 'shelf.put', kinds: [...always, 'conflict'] },
      { name: 'shelf.get', kinds: [...always, 'stale index'] },
      { name: 'shelf.putAll', kinds: [...always, 'partial batch', 'unprocessed items'] },
      ...Array.from({ length: 4 }, () => ({ name: 'shelf.names', kinds: always })), // the last says that there are no more
    ])
    expect(process.struck()).toBe(0)
  })
})

describe('what befalls a call', () => {
  test('a lost request has no effect', async () => {
    const { process, shelf, things } = expecting({ call: 1, kind: 'request lost' })
    expect(await shelf.put('a', 0)).toBe(true)
    await expect(shelf.put('b', 0)).rejects.toEqual(trouble('request lost'))
    expect([things.has('b'), process.struck()]).toEqual([false, 1])
    expect(await shelf.put('b', 0)).toBe(true)
  })

  test('a lost answer has its effect', async () => {
    const { process, shelf, things } = expecting({ call: 0, kind: 'answer lost' })
    await expect(shelf.put('a', 0)).rejects.toEqual(trouble('answer lost'))
    expect([things.get('a'), process.struck()]).toEqual([1, 1])
  })

  test('a throttled port turns four calls away and no other port any', async () => {
    const { process, shelf, things } = expecting({ call: 0, kind: 'throttled' })
    const other = process.through('other', shelfOver(things), shelfFaults)
    for (const _ of [1, 2, 3, 4]) {
      await expect(shelf.put('a', 0)).rejects.toEqual(trouble('throttled'))
      expect(await other.get('a')).toBe(0)
    }
    expect(await shelf.put('a', 0)).toBe(true)
    expect(process.struck()).toBe(1)
  })

  test('somebody else writes just before', async () => {
    const { process, shelf, things } = expecting({ call: 0, kind: 'conflict' })
    expect(await shelf.put('old', 1)).toBe(false)
    expect([things.get('old'), process.struck()]).toEqual([2, 1])
  })

  test.each([
    ['partial batch', ['a', 'b']],
    ['unprocessed items', ['b']],
  ] as const)('of a %s only a part is written', async (kind, written) => {
    const { process, shelf, things } = expecting({ call: 0, kind })
    await expect(shelf.putAll(['a', 'b', 'c'])).rejects.toEqual(trouble(kind))
    expect([[...things.keys()], process.struck()]).toEqual([['old', ...written], 1])
  })

  test('a stale index answers what it knows', async () => {
    const { process, shelf } = expecting({ call: 0, kind: 'stale index' })
    expect([await shelf.get('old'), await shelf.get('old'), process.struck()]).toEqual([0, 1, 1])
  })

  test.each([
    ['before', undefined],
    ['after', 1],
  ] as const)('a crash comes %s the effect, and ends all calls of the process', async (when, there) => {
    const { process, shelf, things } = expecting({ call: 0, kind: `crash ${when}` })
    const both = await Promise.allSettled([shelf.put('a', 0), shelf.put('b', 0)])
    const later = await Promise.allSettled([listed(shelf.names())])
    expect([...both, ...later]).toEqual([1, 2, 3].map(() => ({ status: 'rejected', reason: crash })))
    expect([things.get('a'), things.get('b'), process.crashed(), process.struck()]).toEqual([there, undefined, true, 1])
  })

  test.each([
    ['before', [false, 1]],
    ['after', [true, 2]],
  ] as const)('a pause comes %s the effect, and others go on', async (when, [answer, times]) => {
    const things = new Map<string, number>()
    const shelf = shelfOver(things)
    const process = faultyProcess()
    const meanwhile = async () => shelf.put('a', await shelf.get('a'))
    process.expect({ call: 0, kind: `pause ${when}`, meanwhile })
    expect(await process.through('shelf', shelf, shelfFaults).put('a', 0)).toBe(answer)
    expect([things.get('a'), process.struck()]).toEqual([times, 1])
  })

  test('one thing after another: each pull is a call', async () => {
    const { process, shelf, things } = expecting({ call: 1, kind: 'answer lost' })
    things.set('new', 1)
    const seen: string[] = []
    const all = async () => {
      for await (const name of shelf.names()) seen.push(name)
    }
    await expect(all()).rejects.toEqual(trouble('answer lost'))
    expect([seen, process.struck()]).toEqual([['old'], 1])
  })

  test('only the calls of one method count, if it is named', async () => {
    const { process, shelf } = expecting({ of: 'shelf.put', call: 0, kind: 'request lost' })
    expect(await shelf.get('old')).toBe(1)
    await expect(shelf.put('a', 0)).rejects.toEqual(trouble('request lost'))
    expect(process.struck()).toBe(1)
  })

  test('what cannot befall a call is refused loudly', async () => {
    const { shelf } = expecting({ call: 0, kind: 'conflict' })
    await expect(shelf.get('a')).rejects.toEqual(new TypeError('conflict cannot befall shelf.get'))
  })
})
