import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { byKey } from './adapters/dynamodb/index.ts'

type Key = Parameters<ReturnType<typeof byKey>>[0]
const keyOf = (id: string): Key => ({ pk: { S: 'acme' }, sk: { S: id } })

/** Answers each batch with as many items as it is told to, and says of the rest that it was not read; with all of them once it was told everything. */
const answering = (...rooms: number[]) => {
  const asked: number[] = []
  const send = ({
    input: { RequestItems },
  }: {
    readonly input: { readonly RequestItems: { readonly t: { readonly Keys: Key[] } } }
  }) => {
    const { Keys } = RequestItems.t
    const room = rooms[asked.push(Keys.length) - 1] ?? Keys.length
    const left = Keys.slice(room)
    return Promise.resolve({
      Responses: { t: Keys.slice(0, room) },
      UnprocessedKeys: left.length > 0 ? { t: { Keys: left } } : {},
    })
  }
  return { asked, find: byKey('rows.load', { send } as unknown as DynamoDBClient, 't') }
}

const ids = ['a', 'b', 'c', 'd', 'e']

test('what an answer had no room for is asked for again', async () => {
  const { asked, find } = answering(2, 2)
  expect(await Promise.all(ids.map((id) => find(keyOf(id))))).toEqual(ids.map(keyOf))
  expect(asked).toEqual([5, 3, 1])
})

test('where nothing was read it is asked again after a while', async () => {
  const { asked, find } = answering(0, 0)
  expect(await Promise.all(ids.map((id) => find(keyOf(id))))).toEqual(ids.map(keyOf))
  expect(asked).toEqual([5, 5, 5])
})

test('what is not read for a second is trouble of the store', async () => {
  const { find } = answering(...Array<number>(20).fill(0))
  await expect(Promise.all(ids.map((id) => find(keyOf(id))))).rejects.toThrow('5 items were not read')
})

test('what is asked for later is asked anew', async () => {
  const { asked, find } = answering()
  for (let turn = 0; turn < 2; turn++) await Promise.all([find(keyOf('a')), find(keyOf('b')), find(keyOf('a'))])
  expect(asked).toEqual([2, 2])
})
