import { describe, expect, test } from 'vitest'
import { eventsOf, type StreamEvent } from './event-stream.ts'

const read = async (chunks: readonly Uint8Array[]): Promise<readonly StreamEvent[]> => {
  const source = async function* () {
    yield* chunks
  }
  const events: StreamEvent[] = []
  for await (const event of eventsOf(source())) events.push(event)
  return events
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('an event stream', () => {
  test('is read event by event, as graphql-yoga writes them', async () => {
    expect(await read([bytes(':\n\nevent: next\ndata: {"data":{"x":1}}\n\nevent: complete\ndata:\n\n')])).toEqual([
      { event: 'comment', data: '' },
      { event: 'next', data: '{"data":{"x":1}}' },
      { event: 'complete', data: '' },
    ])
  })

  test('reads the same however the bytes are cut, within a character too', async () => {
    const all = bytes('event: next\r\ndata: {"who":"Zoë – 😀"}\r\n\r\ndata: a\ndata:b\n\n')
    const whole = await read([all])
    expect(whole).toEqual([
      { event: 'next', data: '{"who":"Zoë – 😀"}' },
      { event: 'message', data: 'a\nb' },
    ])
    for (let cut = 1; cut < all.length; cut += 1)
      expect(await read([all.subarray(0, cut), all.subarray(cut)])).toEqual(whole)
  })

  test('drops an event without data, and one that was cut off', async () => {
    expect(await read([bytes('event: next\n\nid: 7\nretry: 10\n\nevent: next\ndata: {"half":')])).toEqual([])
  })
})
