import { describe, expect, test } from 'vitest'
import { type Heard, type RealtimeAt, subscribed } from './realtime.ts'
import { NotSignedIn, Unreachable } from './trouble.ts'

const at: RealtimeAt = { url: 'wss://live.example/graphql', host: 'api.example' }
const query = 'subscription { leaveChanged { person } }'

/** A server's side of a line: it hears what the page says, and says what it is told to. */
class Line extends EventTarget {
  readonly sent: unknown[] = []
  closed = 0
  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }
  close(): void {
    this.closed += 1
  }
  says(message: unknown): void {
    this.dispatchEvent(
      new MessageEvent('message', { data: typeof message === 'string' ? message : JSON.stringify(message) }),
    )
  }
}

const opened = (signal = new AbortController().signal) => {
  const line = new Line()
  const offered: unknown[] = []
  const connect = (url: string, protocols: readonly string[]) => {
    offered.push(url, ...protocols)
    return line
  }
  const heard = subscribed(connect, at, 'a token', query, signal)
  const all = (async () => {
    const news: Heard[] = []
    for await (const one of heard) news.push(one)
    return news
  })()
  all.catch(() => {}) // looked at later
  line.dispatchEvent(new Event('open'))
  return { line, offered, all }
}
const ack = { type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } }
const refused = { errors: [{ errorType: 'UnauthorizedException', message: 'no', errorCode: 401 }] }
const soon = () => new Promise((resolve) => setTimeout(resolve))

describe('a live line', () => {
  test('is opened with a token, and subscribes once it is', async () => {
    const { line, offered, all } = opened()
    await soon()
    const [url, protocol, header = ''] = offered as readonly string[]
    expect([url, protocol]).toEqual([at.url, 'graphql-ws'])
    const authorization = { Authorization: 'Bearer a token', host: 'api.example' }
    expect(
      JSON.parse(
        atob(
          header
            .replace(/^header-/, '')
            .replaceAll('-', '+')
            .replaceAll('_', '/'),
        ),
      ),
    ).toEqual(authorization)
    expect(line.sent).toEqual([{ type: 'connection_init' }])
    line.says(ack)
    await soon()
    expect(line.sent.slice(1)).toEqual([
      {
        id: '1',
        type: 'start',
        payload: { data: JSON.stringify({ query, variables: {} }), extensions: { authorization } },
      },
    ])
    line.says({ type: 'start_ack', id: '1' })
    line.says({ type: 'ka' })
    line.says({ type: 'data', id: '1', payload: { data: { leaveChanged: { person: 'ana' } } } })
    line.says({ type: 'complete', id: '1' })
    expect(await all).toEqual([
      { type: 'open', silenceMs: 300_000 },
      { type: 'alive' },
      { type: 'next', answer: { data: { leaveChanged: { person: 'ana' } } } },
    ])
    expect(line.closed).toBe(1)
  })

  test('ends with the network, and when the page wants no more', async () => {
    const cut = opened()
    cut.line.dispatchEvent(new Event('close'))
    expect(await cut.all).toEqual([])
    const stop = new AbortController()
    const left = opened(stop.signal)
    stop.abort()
    expect(await left.all).toEqual([])
    expect([cut.line.closed, left.line.closed]).toEqual([1, 1])
  })

  test.each([
    ['the token, at its start', { type: 'connection_error', payload: refused }, NotSignedIn],
    ['the token, for a subscription', { type: 'error', id: '1', payload: refused }, NotSignedIn],
    ['anything else', { type: 'error', id: '1', payload: { errors: [{ errorType: 'Any' }] } }, Unreachable],
  ])('that refuses %s says so', async (_what, message, trouble) => {
    const { line, all } = opened()
    line.says(message)
    await expect(all).rejects.toThrow(trouble)
    expect(line.closed).toBe(1)
  })

  test('on which nonsense is said is broken', async () => {
    const { line, all } = opened()
    line.says('no JSON')
    await expect(all).rejects.toThrow(SyntaxError)
  })
})
