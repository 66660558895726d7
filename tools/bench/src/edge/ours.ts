import { systemClock } from '@awayday/clock'
import { type EdgeWorld, http, route } from '@awayday/edge'
import { err, ok } from '@awayday/kernel'
import { answerOf, valibotSchema } from './command.ts'

process.env['AWAYDAY_LOG'] = 'off' // read when the function is made

const problems = { Backwards: { status: 422, title: 'The last day is before the first' } }
const list = async (_world: EdgeWorld) => ok({ status: 200, body: [] })

/** The same routes through the edge, once more as a command that makes its meta: key, digest of the request, instant. */
export const ours = http({
  world: Promise.resolve<EdgeWorld>({ clock: systemClock, secret: 'a secret of a bench, 32 characters' }),
  routes: [
    route({
      on: 'POST /v1/leave/people/{person}/requests',
      body: valibotSchema,
      run: async (_world: EdgeWorld, { body, params }) =>
        body.last < body.first ? err({ type: 'Backwards' }) : ok({ status: 201, body: answerOf(params.person, body) }),
      problems,
    }),
    route({
      on: 'POST /v1/leave/people/{person}/commands',
      body: valibotSchema,
      command: true,
      run: async (_world: EdgeWorld, { body, params, meta }) =>
        meta.key === '' ? err({ type: 'Backwards' }) : ok({ status: 201, body: answerOf(params.person, body) }),
      problems,
    }),
    route({ on: 'GET /v1/leave/people/{person}/requests', run: list, problems: {} }),
    route({ on: 'GET /v1/leave/types', run: list, problems: {} }),
  ],
})
