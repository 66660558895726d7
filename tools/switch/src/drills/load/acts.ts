import type { Requests, Status, Verb } from '../history/leave-history.ts'
import type { Company } from '../product/company.ts'
import type { Call, Said } from './call.ts'
import type { Answered } from './insist.ts'
import type { Visitor } from './visitor.ts'
import type { Wish } from './wishes.ts'

/** What people do, each as one call that is told about. */

export const request = async (visitor: Visitor, { key, leaveType, first, last, reason }: Wish): Promise<Call> => {
  const body = { leaveType, dates: { first, last }, reason }
  const answered = await visitor.ask('POST /v1/leave/requests', { key, body })
  const { request = '', version = 0 } = (answered.body ?? {}) as {
    readonly request?: string
    readonly version?: number
  }
  return told(visitor, answered, { type: 'requested', key, request, version }, 201)
}

export const decide = async (visitor: Visitor, verb: Verb, wish: Wish, request: string): Promise<Call> => {
  const key = `${verb}-${wish.person}-${wish.key}`
  const path = `/v1/leave/requests/${wish.person}/${request}/${verb}`
  const takesWords = verb === 'approve' || verb === 'decline'
  const answered = await visitor.ask(`POST ${path}`, {
    key,
    ...(takesWords && { body: { answer: `as you wish: ${verb}` } }),
  })
  const { version = 0 } = (answered.body ?? {}) as { readonly version?: number }
  return told(visitor, answered, { type: 'decided', key, person: wish.person, request, verb, version }, 200)
}

export const addPerson = async (
  visitor: Visitor,
  { approver, team, location }: Company,
  n: number,
  joined: string,
): Promise<Call> => {
  const [key, name] = [`newcomer-${n}`, `Newcomer ${n}`]
  const input = { commandId: key, name, mail: `newcomer${n}@drill.example.test`, team, location, approver, joined }
  const answered = await visitor.graphql(
    'mutation ($input: AddPersonInput!) { addPerson(input: $input) { person version problem { type } } }',
    { input },
  )
  const {
    person = '',
    version = 0,
    problem,
  } = (answered.body ?? {}) as Partial<Record<'person', string>> & {
    readonly version?: number
    readonly problem?: unknown
  }
  return told(
    visitor,
    problem ? { ...answered, status: 422 } : answered,
    { type: 'added', key, person, name, version },
    200,
  )
}

export const signInAnew = async (visitor: Visitor): Promise<Call> => {
  const calledMs = performance.now()
  const done = await visitor.signInAnew()
  const answered = { status: done ? 200 : 401, body: undefined, tries: 1, calledMs, returnedMs: performance.now() }
  return told(visitor, answered, { type: 'signed in anew' }, 200)
}

type Shown = { readonly id: string; readonly status: Status; readonly version: number }

export const readRequests = async (visitor: Visitor): Promise<Call> => {
  const answered = await visitor.ask('GET /v1/leave/requests')
  const { requests = [] } = (answered.body ?? {}) as { readonly requests?: readonly Shown[] }
  const said = { type: 'shown', requests: statusesOf(requests), version: requests[0]?.version ?? 0 } as const
  return told(visitor, answered, said, 200)
}

const statusesOf = (requests: readonly Shown[]): Requests =>
  Object.fromEntries(requests.map(({ id, status }) => [id, status]))

export const readBalances = async (visitor: Visitor): Promise<Call> =>
  told(visitor, await visitor.ask('GET /v1/leave/balances'), { type: 'read', what: 'balances' }, 200)

export const readWaiting = async (visitor: Visitor): Promise<Call> => {
  const answered = await visitor.graphql('{ waitingRequests { waiting { request { id } } problem { type } } }', {})
  return told(visitor, answered, { type: 'read', what: 'waiting' }, 200)
}

export const readCalendar = async (visitor: Visitor, { team }: Company, first: string, last: string): Promise<Call> => {
  const query =
    'query ($team: ID!, $first: Date!, $last: Date!) { teamCalendar(team: $team, first: $first, last: $last) { away { person first } problem { type } } }'
  return told(visitor, await visitor.graphql(query, { team, first, last }), { type: 'read', what: 'calendar' }, 200)
}

export const readPeople = async (visitor: Visitor): Promise<Call> =>
  told(visitor, await visitor.graphql('{ people { id name } }', {}), { type: 'read', what: 'people' }, 200)

const told = (visitor: Visitor, answered: Answered, said: Said, wanted: number): Call => {
  const { status, tries, calledMs, returnedMs, body } = answered
  const call = { by: visitor.person, said, status, tries, calledMs, returnedMs }
  const isWell = status === wanted && body !== null
  return isWell ? call : { ...call, problem: `${status} ${JSON.stringify(body ?? null).slice(0, 300)}` }
}
