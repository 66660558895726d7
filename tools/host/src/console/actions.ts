import { putEvents } from '@awayday/bus/put-events'
import { parseWhen } from '../clock/host-clock.ts'
import { json, problem } from '../http/problem.ts'
import type { Action, Insides } from './insides.ts'
import { parkedStreams, redriveStream } from './parked-streams.ts'
import { hostState } from './state.ts'

/** What can be asked of the host, by method and the first word of the path under `/_host/`. */
export const actions = (insides: Insides): ReadonlyMap<string, Action> => {
  const { planned, clock, bus, deliveries, wake, travelTo } = insides
  const clockState = () => json({ now: clock.now() })

  return new Map<string, Action>([
    ['GET state', async () => json(hostState(insides))],
    ['GET streams', async () => json(await parkedStreams(insides))],
    ['GET clock', async () => clockState()],

    [
      'POST clock',
      async (body) => {
        const to = parseWhen(textIn(body, 'now'))
        if (!to) {
          const issues = [{ path: 'now', message: 'a date (2027-01-01) or a UTC instant (2027-01-01T08:30Z)' }]
          return problem(400, 'BadRequest', 'The clock needs a time to be moved to', { issues })
        }
        travelTo(to)
        return clockState()
      },
    ],

    [
      'POST deliveries',
      async (_body, [, id, redrive]) => {
        if (redrive !== 'redrive' || !deliveries.redrive(Number(id), clock.now()))
          return problem(404, 'NotParked', 'There is no such parked message')
        wake()
        return json({}, 202)
      },
    ],

    [
      'POST streams',
      async (body) => {
        const asked = {
          service: textIn(body, 'service'),
          tenant: textIn(body, 'tenant'),
          stream: textIn(body, 'stream'),
        }
        const driven = await redriveStream(insides, asked)
        return driven ? json({}, 202) : problem(404, 'NotParked', 'There is no such parked stream')
      },
    ],

    [
      'GET schema.graphql',
      async () => {
        const [{ printJoined }, { readSchemas }] = await Promise.all([
          import('../graphql/join-schemas.ts'),
          import('../graphql/executable-schema.ts'),
        ])
        const body = printJoined(await readSchemas(planned.services, planned.functions))
        return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, cookies: [], body }
      },
    ],

    // An EventBridge client whose endpoint is `http://127.0.0.1:3000/_host/eventbridge` puts its events on our bus.
    [
      'POST eventbridge',
      async (body) => {
        const { status, body: answer } = putEvents(bus, body, clock.now())
        return {
          status,
          headers: { 'content-type': 'application/x-amz-json-1.1' },
          cookies: [],
          body: JSON.stringify(answer),
        }
      },
    ],
  ])
}

const textIn = (body: unknown, name: string): string => {
  const value =
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined
  return typeof value === 'string' ? value : ''
}
