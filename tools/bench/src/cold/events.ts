import type { Trigger } from '@awayday/manifest'

/** A first event of a trigger's kind: one that is answered, or refused, without a call of the store; a schedule makes some. */
export const firstEventOf = ({ kind }: Trigger): object => events[kind]

const http = {
  version: '2.0',
  routeKey: 'GET /none',
  rawPath: '/none',
  rawQueryString: '',
  headers: {},
  requestContext: { http: { method: 'GET', path: '/none' }, requestId: 'cold', timeEpoch: 0 },
}

const events: Readonly<Record<Trigger['kind'], object>> = {
  http,
  authorizer: { ...http, type: 'REQUEST', identitySource: ['Bearer none'] },
  graphql: {
    arguments: {},
    identity: null,
    request: { headers: {} },
    info: { fieldName: 'me', parentTypeName: 'Query' },
  },
  stream: { Records: [] },
  event: { source: 'none', 'detail-type': 'None', detail: {} },
  schedule: {},
}
