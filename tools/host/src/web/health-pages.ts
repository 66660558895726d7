import type { Gateway } from '../http/gateway.ts'
import { json } from '../http/problem.ts'
import type { Page } from '../http/server.ts'

/** `/healthz`: this process runs. `/readyz` and `/version`: what every service says of itself; 503 while one is not well. */
export const healthPages = ({ match, answer }: Gateway, services: readonly string[]): Page => {
  const known = services.filter((name) => match('GET', `/${name}/readyz`))
  return (_request, _response, read) => {
    const what = /^\/(healthz|readyz|version)$/.exec(read.path)?.[1]
    if (!what || (read.method !== 'GET' && read.method !== 'HEAD')) return undefined
    if (what === 'healthz') return Promise.resolve(json({ status: 'ok' }))
    return asked(what)
  }

  async function asked(what: string) {
    const said = await Promise.all(
      known.map(async (name) => {
        const path = `/${name}/${what}`
        const found = match('GET', path)
        return found && answer(found, { ...NOBODY, path }, undefined)
      }),
    )
    const bodies = said.map((one, n) => [known[n], JSON.parse(`${one?.body}`) as unknown])
    return json(Object.fromEntries(bodies), said.every((one) => one?.status === 200) ? 200 : 503)
  }
}

const NOBODY = {
  method: 'GET',
  query: '',
  headers: {},
  cookies: undefined,
  protocol: 'HTTP/1.1',
  sourceIp: '127.0.0.1',
}
