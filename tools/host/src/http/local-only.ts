import type { ReadRequest } from './event.ts'
import { gatewayAnswer, type HttpResponse } from './response.ts'

const LOCAL = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/

/**
 * Refuses requests that name another host: a page elsewhere whose name was made to point here (DNS rebinding) shows itself
 * by the name. Any port, so that a forwarded one works.
 */
export const localOnly = ({ headers }: ReadRequest): HttpResponse | undefined =>
  isLocal(headers['host']) ? undefined : gatewayAnswer(421, 'Misdirected Request')

/** Whether a request names this machine as its host. */
export const isLocal = (host: string | undefined): boolean => LOCAL.test(host ?? '')

/** Whether a browser sent this from a page of ours; other programs name no origin. */
export const isSameOrigin = ({ headers }: ReadRequest): boolean => {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  return (
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  )
}
