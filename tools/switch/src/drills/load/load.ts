import { setTimeout as after } from 'node:timers/promises'
import type { Verb } from '../history/leave-history.ts'
import type { Company } from '../product/company.ts'
import {
  addPerson,
  decide,
  readBalances,
  readCalendar,
  readPeople,
  readRequests,
  readWaiting,
  request,
  signInAnew,
} from './acts.ts'
import type { Call } from './call.ts'
import { type Visitor, visitor } from './visitor.ts'
import { type Wish, wishOf } from './wishes.ts'

export type Load = {
  /** What was asked for so far, in the order of the answers. */
  readonly calls: readonly Call[]
  readonly wishes: readonly Wish[]
  /** What went wrong in a way that no answer tells. */
  readonly troubles: readonly string[]
  /** So often it was time for a call, and too many waited for their answers. */
  readonly heldBack: () => number
  /** Resolves when it was time for all calls. */
  readonly made: Promise<void>
  /** Resolves when all that was asked for is answered. */
  stop(): Promise<void>
}

/** Commands of one person that may wait at the same time: with many more, they would be told that others were first. */
const AT_ONCE_MAX = 2
/** Each call that waits holds a socket; a product that was killed makes many wait. */
const IN_FLIGHT_MAX = 150

/**
 * Mixed commands and reads at a steady rate, whatever the product does: half of it reads. Ends by itself after `most` calls.
 */
export const startLoad = (
  urlOf: () => string,
  company: Company,
  { rps, most, chance }: { readonly rps: number; readonly most: number; readonly chance: () => number },
): Load => {
  const begunMs = Date.now()
  const visitors = new Map<string, Visitor>()
  const as = (person: string): Visitor => {
    const known = visitors.get(person) ?? visitor(urlOf, person)
    visitors.set(person, known)
    return known
  }
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)]
  const calls: Call[] = []
  const wishes: Wish[] = []
  const troubles: string[] = []
  const open: { readonly wish: Wish; readonly request: string; readonly left: readonly Verb[] }[] = []
  const counts = new Map<string, number>()
  const traveller = visitor(urlOf, company.employees[0] ?? company.approver)
  let [newcomers, travelling, heldBack] = [0, false, 0]

  const underWay = new Map<string, number>()
  const isFree = (person: string): boolean => (underWay.get(person) ?? 0) < AT_ONCE_MAX
  const about = async (person: string, command: () => Promise<Call>): Promise<Call> => {
    underWay.set(person, (underWay.get(person) ?? 0) + 1)
    return command().finally(() => underWay.set(person, (underWay.get(person) ?? 1) - 1))
  }

  const wish = async (): Promise<Call> => {
    const person = one(company.employees.filter(isFree))
    return person === undefined ? read() : about(person, () => wishFor(person))
  }

  const wishFor = async (person: string): Promise<Call> => {
    const n = counts.get(person) ?? 0
    counts.set(person, n + 1)
    const made = wishOf(person, n, begunMs)
    wishes.push(made)
    const call = await request(as(person), made)
    if (!call.problem && call.said.type === 'requested')
      open.push({ wish: made, request: call.said.request, left: made.fate })
    return call
  }

  const goOn = async (): Promise<Call> => {
    const at = open.findIndex(({ wish: { person }, left }) => left.length > 0 && isFree(person))
    const [story] = at < 0 ? [] : open.splice(at, 1)
    const [verb, ...left] = story?.left ?? []
    if (!story || !verb) return wish()
    const { wish: asked, request: id } = story
    const isOwn = verb === 'withdraw' || verb === 'cancel'
    const decider = as(isOwn ? asked.person : company.approver)
    const call = await about(asked.person, () => decide(decider, verb, asked, id))
    if (!call.problem) open.push({ wish: asked, request: id, left })
    return call
  }

  const travel = async (): Promise<Call> => {
    travelling = true
    return signInAnew(traveller).finally(() => {
      travelling = false
    })
  }

  const read = (): Promise<Call> => {
    const who = as(one(company.employees) ?? '')
    const dice = chance()
    if (dice < 0.4) return readRequests(who)
    if (dice < 0.65) return readBalances(who)
    if (dice < 0.8) return readWaiting(as(company.approver))
    if (dice < 0.9) return readPeople(who)
    return readCalendar(who, company, wishOf('', 0, begunMs).first, wishOf('', 12, begunMs).first)
  }

  const command = (): Promise<Call> => {
    const dice = chance()
    if (dice < 0.02)
      return addPerson(as(company.admin), company, newcomers++, new Date(begunMs).toISOString().slice(0, 10))
    if (dice < 0.06 && !travelling) return travel()
    return dice < 0.65 ? goOn() : wish() // more than what a wish leads to: none waits for long
  }

  const flying = new Set<Promise<void>>()
  const fly = (): void => {
    if (flying.size >= IN_FLIGHT_MAX) {
      heldBack += 1
      return
    }
    const flight = (chance() < 0.5 ? read() : command())
      .then((call) => void calls.push(call))
      .catch((trouble: Error) => void troubles.push(trouble.message))
      .finally(() => flying.delete(flight))
    flying.add(flight)
  }

  const ended = new AbortController()
  const running = (async () => {
    const startMs = performance.now()
    for (let n = 0; n < most && !ended.signal.aborted; n++) {
      const dueMs = startMs + (n * 1_000) / rps
      const waitMs = dueMs - performance.now()
      if (waitMs > 0) await after(waitMs, undefined, { signal: ended.signal }).catch(() => {})
      if (!ended.signal.aborted) fly()
    }
  })()

  return {
    calls,
    wishes,
    troubles,
    heldBack: () => heldBack,
    made: running,
    async stop() {
      ended.abort()
      await running
      while (flying.size > 0) await Promise.all(flying)
    },
  }
}
