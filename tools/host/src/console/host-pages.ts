import type { LocalBus } from '@awayday/bus/sqlite'
import type { Clock } from '@awayday/clock'
import type { Instant } from '@awayday/kernel'
import type { DeliveryTable } from '../bus/delivery-table.ts'
import type { InvocationLog } from '../functions/invocations.ts'
import type { Invoke } from '../functions/invoke.ts'
import { isSameOrigin } from '../http/local-only.ts'
import { problem } from '../http/problem.ts'
import type { HttpResponse } from '../http/response.ts'
import { type Page, tooLarge } from '../http/server.ts'
import type { Plan } from '../manifests/plan.ts'
import type { Feeds } from '../streams/open-feeds.ts'
import { actions } from './actions.ts'
import { files } from './files.ts'

/** All that the host's own pages show and move. */
export type Insides = {
  readonly planned: Plan
  readonly clock: Clock
  readonly bus: LocalBus
  readonly invocations: InvocationLog
  readonly deliveries: DeliveryTable
  readonly feeds: Feeds
  readonly invoke: Invoke
  /** Something became due. */
  readonly wake: () => void
  readonly travelTo: (to: Instant) => void
}

/** An action gets the parsed body (undefined: there was none) and the words of its path. */
export type Action = (body: unknown, words: readonly string[]) => Promise<HttpResponse>

/**
 * Everything under `/_host`: the console and what it asks. In demo mode only, for pages of this host only: a browser that
 * was sent here by another site is refused, and no CORS header is ever sent.
 */
export const hostPages = (insides: Insides): Page => {
  const known = actions(insides)
  return (_request, _response, read, body) => {
    if (read.path !== '/_host' && !read.path.startsWith('/_host/')) return undefined
    if (!isSameOrigin(read))
      return Promise.resolve(problem(403, 'OtherOrigin', 'The console answers its own pages only'))
    const [, , ...words] = read.path.split('/')
    const method = read.method === 'HEAD' ? 'GET' : read.method
    const action = known.get(`${method} ${words[0] ?? ''}`)
    if (action) return run(action, words, read.headers['content-type'] ?? '', method, body)
    if (method === 'GET') return files(read.path)
    return Promise.resolve(problem(404, 'NotFound', 'There is no such page'))
  }
}

/** Bodies are JSON and say so: what a form of another site could send is refused. */
const JSON_TYPE = /^application\/(?:x-amz-)?json/

const run = async (
  action: Action,
  words: readonly string[],
  type: string,
  method: string,
  body: () => Promise<Buffer | undefined | 'too large'>,
): Promise<HttpResponse> => {
  if (method === 'GET') return action(undefined, words)
  const sent = await body()
  if (sent === 'too large') return tooLarge
  if (!JSON_TYPE.test(type)) return problem(415, 'UnsupportedMediaType', 'The body must be application/json')
  try {
    return await action(sent && JSON.parse(sent.toString()), words)
  } catch (trouble) {
    if (trouble instanceof SyntaxError) return problem(400, 'BadRequest', 'The body is not JSON')
    throw trouble
  }
}
