import { isSameOrigin } from '../http/local-only.ts'
import { problem } from '../http/problem.ts'
import type { HttpResponse } from '../http/response.ts'
import { type Page, tooLarge } from '../http/server.ts'
import { actions } from './actions.ts'
import { files } from './files.ts'
import type { Action, Insides } from './insides.ts'

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
