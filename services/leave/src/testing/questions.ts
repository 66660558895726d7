import type { ResolverEvent } from '@awayday/edge'
import type { Actor } from '@awayday/kernel'
import { asking } from './gateway.ts'
import type { Office } from './office.ts'

export type Payload = Readonly<Record<string, unknown>>

/** What specs of the GraphQL functions say: `ask` a field, `change` something under a key of its own, and what comes back. */
export const questions = (handler: (event: ResolverEvent) => Promise<unknown>, office: () => Office) => {
  let keys = 0
  const key = () => `key-${++keys}`
  const ask = (name: string, args: Payload, actor: Actor = office().ana) =>
    handler(asking(name, DATED.includes(name) ? withDates(args) : args, actor)) as Promise<Payload>
  const change = (name: string, input: Payload, actor: Actor = office().ana) =>
    ask(`Mutation.${name}`, { input: { commandId: key(), ...input } }, actor)
  /** The id of what a command made. */
  const made = async (name: string, input: Payload, actor?: Actor): Promise<string> => {
    const { request, id = request, problem } = await change(name, input, actor)
    if (typeof id !== 'string') throw new Error(JSON.stringify(problem))
    return id
  }
  return { key, ask, change, made }
}

/** Those that take the days of a leave. */
const DATED = [
  'Mutation.requestLeave',
  'Mutation.editLeave',
  'Mutation.enterLeave',
  'Mutation.recordSickness',
  'Query.previewRequest',
  'Query.previewEdit',
  'Query.whatIf',
]
const withDates = ({ input }: Payload): Payload => ({ input: dated(input as Payload) })

/** Specs say the days of a leave beside the rest, so that they can say the same again but for one of them. */
export const dated = ({
  first,
  firstPart,
  firstTimes,
  last,
  lastPart,
  lastTimes,
  days,
  ...rest
}: Payload): Payload => ({
  ...rest,
  dates: { first, firstPart, firstTimes, last, lastPart, lastTimes, days },
})

/** A problem, for `toMatchObject`; with exactly these facts, where some are given. */
export const problem = (type: string, status: number, facts?: object) => ({
  problem: { type: `/problems/${type}`, status, ...(facts && { facts: JSON.stringify(facts) }) },
})

export const days = (n: number, text = `${n} ${Math.abs(n) === 1 ? 'day' : 'days'}`) => ({
  unit: 'day',
  n: n * 10_000,
  text,
})
