import { describe, expect, test } from 'vitest'
import { eachFault } from './each-fault.ts'
import { KINDS, type Kind } from './fault.ts'
import { listed, type Shelf, shelfFaults, shelfOver } from './testing/shelf.ts'

/** Something done with a shelf on which a thing lies that was written twice. */
const tried = (run: (shelf: Shelf) => Promise<unknown>, index?: Shelf, kinds: readonly Kind[] = KINDS) => {
  const things = new Map<string, number>()
  return eachFault(
    {
      rewind: async () => {
        things.clear()
        things.set('old', 2)
      },
      run: (process) => run(process.through('shelf', shelfOver(things), shelfFaults, index)),
      settled: async () => [...things].toSorted(),
      isTrouble: (thrown) => thrown instanceof Error && thrown.name === 'ShelfUnavailable',
    },
    (possible) => kinds.filter((kind) => possible.includes(kind)),
  )
}

const emptyIndex = shelfOver(new Map())

/** Leaves what is there as it is, and tells what there is afterwards. */
const makeSure = async (shelf: Shelf): Promise<readonly string[]> => {
  const missing = (await listed(shelf.names())).includes('new') ? [] : ['new', 'newer']
  if (missing.length > 0) await shelf.putAll(missing)
  return ['new']
}

describe('each fault at each call', () => {
  test('strikes wherever it can', async () => {
    const { calls, struck } = await tried(async (shelf) => {
      await shelf.putAll(['new'])
      return shelf.get('new').then(() => 'done')
    }, emptyIndex)
    expect(calls).toEqual(['shelf.putAll', 'shelf.get'])
    expect(struck).toEqual({
      ...Object.fromEntries(KINDS.filter((kind) => kind !== 'conflict').map((kind) => [kind, 2])),
      'partial batch': 1,
      'unprocessed items': 1,
      'stale index': 1,
    })
  })

  test('finds an effect that comes twice when its answer is lost', () =>
    expect(
      tried(async (shelf) => shelf.put('old', await shelf.get('old')), undefined, ['answer lost']),
    ).rejects.toThrow(/^answer lost at call 0 of shelf.put: what is stored in the end is another thing/))

  test('finds an answer that an old index gives', () =>
    expect(tried((shelf) => shelf.get('old'), emptyIndex)).rejects.toThrow(
      /^stale index at call 0 of shelf.get: the answer is/,
    ))

  test('finds a half that is taken for the whole', () =>
    expect(tried(makeSure)).rejects.toThrow(/^unprocessed items at call 0 of shelf.putAll: |^partial batch at call/))

  test('finds trouble that is not told as such', () =>
    expect(
      tried(async (shelf) => {
        await shelf.get('old').catch(() => {
          throw new Error('not found')
        })
      }),
    ).rejects.toThrow('request lost at call 0 of shelf.get: not found'))
})
