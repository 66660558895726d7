import { setTimeout as after } from 'node:timers/promises'
import { ShipProblem } from './ship-problem.ts'

type Check = {
  readonly path: string
  readonly init?: RequestInit
  readonly is: (status: number, body: string) => boolean
}

/** That every service can work and is the build that was sent, that the app is shown, and that nobody is let in unsigned. */
export const checksOf = (versions: Readonly<Record<string, string>>): readonly Check[] => [
  ...Object.entries(versions).flatMap(([service, version]) => [
    { path: `/${service}/readyz`, is: (status: number) => status === 200 },
    {
      path: `/${service}/version`,
      is: (status: number, body: string) => status === 200 && body.includes(`"${version}"`),
    },
  ]),
  { path: '/', is: (status, body) => status === 200 && body.includes('<title>') },
  { path: '/v1/leave/balances', is: (status) => status === 401 },
  {
    path: '/graphql',
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' },
    is: (status) => status === 401,
  },
]

/** What is new is not everywhere at once. */
const TRIES = 10
const PAUSE_MS = 3_000

/** Throws all that does not work, each in a sentence. */
export const smoke = async (url: string, checks: readonly Check[], pauseMs = PAUSE_MS): Promise<void> => {
  let troubles: readonly string[] = []
  for (let tries = 0; tries < TRIES; tries++) {
    troubles = (await Promise.all(checks.map((check) => troubleOf(url, check)))).flat()
    if (troubles.length === 0) return
    await after(pauseMs)
  }
  throw new ShipProblem(
    [`${url} does not work as it should; what ran before is back with pnpm rollback:`, ...troubles].join('\n  '),
  )
}

const troubleOf = async (url: string, { path, init, is }: Check): Promise<readonly string[]> => {
  try {
    const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(10_000) })
    const body = await answer.text()
    return is(answer.status, body) ? [] : [`${path} answered ${answer.status}: ${body.slice(0, 120)}`]
  } catch (trouble) {
    return [`${path} did not answer: ${trouble instanceof Error ? trouble.message : trouble}`]
  }
}
