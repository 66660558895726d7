import { type Actor, compare, type PersonId, type Role } from '@awayday/kernel'
import type { Doing } from '#domain/approval/command.ts'
import { isOverriding } from '#domain/approval/entitled.ts'
import { isOpen } from '#domain/approval/passing.ts'
import { waitsFor } from '#domain/approval/waits-for.ts'
import type { Facts } from '#domain/facts/facts.ts'
import type { Context } from '#domain/person/context.ts'
import { rulesBrokenBy } from '#domain/person/in-spite-of.ts'
import { outlookOf } from '#domain/person/outlook.ts'
import { rangeOf } from '#domain/person/range-of.ts'
import { NOBODY, type WaitingRow } from '#domain/person/rows.ts'
import { type Asked as LeaveAsked, requestOf, type State } from '#domain/person/state.ts'
import { mayDecideAbout } from '#domain/person/who-may.ts'
import type { World } from '#ports/world.ts'
import { type AmountShown, amountShown } from '#wire/amount.ts'
import type { AwayShown } from '#wire/away.ts'
import { type BrokenShown, brokenShown } from '#wire/broken.ts'
import type { RequestShown } from '#wire/request.ts'
import { alsoAwayOn } from './also-away.ts'
import { type Consulted, consulted } from './consulted.ts'
import { type FreeDay, holidaysIn } from './holidays-in.ts'
import { withWords } from './leave-requests.ts'
import { readOnce } from './read-once.ts'

export type WaitingShown = {
  readonly request: RequestShown
  readonly availableBefore?: AmountShown
  readonly availableAfter?: AmountShown
  /** Whoever approves names them, but for those that somebody has set aside. */
  readonly brokenRules: readonly BrokenShown[]
  readonly holidays: readonly FreeDay[]
  readonly alsoAway: readonly AwayShown[]
}

/** `more`: requests that wait besides, and come up as these are decided. */
export type Inbox = { readonly waiting: readonly WaitingShown[]; readonly more: number }

/** What one answer shows: it takes a look into the stream of everybody who waits. */
export const SHOWN = 100

/**
 * The inbox of whoever asks, oldest first; for whoever holds a role also what waits for it, or for nobody else. The view says where to look, the
 * streams say what is there: what was decided a moment ago is gone.
 */
export const waitingRequests =
  (world: World) =>
  async ({ actor }: { readonly actor: Actor }): Promise<Inbox> => {
    const inboxes = actor.roles.some(isMore) ? ([actor.person, NOBODY] as const) : [actor.person]
    const all = (await Promise.all(inboxes.map((one) => world.views.waitingFor(actor.tenant, one)))).flat()
    const once = new Map(all.map((row) => [`${row.person} ${row.request}`, row]))
    const rows = [...once.values()].toSorted(longestWaiting)
    const reading = { ...world, store: readOnce(world.store) }
    const byPerson = Map.groupBy(rows.slice(0, SHOWN), ({ person }) => person)
    const found = await Promise.all(
      [...byPerson].map(([person, asked]) =>
        pendingOf(
          reading,
          actor,
          person,
          asked.map(({ request }) => request),
        ),
      ),
    )
    const shown = (await Promise.all(found.map(shownOf(reading, actor)))).flat()
    const days = shown.map(({ state, asked }) => ({ state, days: asked.proposal ?? asked }))
    const away = await alsoAwayOn(reading, actor)(days)
    const waiting = shown.map((one, n) => ({ ...one.waiting, alsoAway: away[n] ?? [] })).toSorted(oldestFirst)
    return { waiting, more: Math.max(0, rows.length - SHOWN) }
  }

/** Whoever holds a role may be who is asked by it. */
const isMore = (role: Role): boolean => role !== 'employee'

/** What of one person waits for whoever asks. */
type Pending = Consulted & { readonly pending: readonly LeaveAsked[] }

const pendingOf = async (world: World, actor: Actor, person: PersonId, ids: readonly string[]): Promise<Pending> => {
  const about = await consulted(world, actor, person, { counts: true, cover: null })
  const { state, doing, context } = about
  const pending = ids
    .map((id) => requestOf(state, id))
    .filter((asked) => asked !== undefined)
    .filter((asked) => isTheirs(asked, state, doing, context))
  return { ...about, pending }
}

const shownOf =
  (world: World, actor: Actor) =>
  async ({ state, facts, version, context, pending }: Pending) => {
    const requests = await withWords(world, actor.tenant, state.owner, version, pending)
    return requests.map((request, n) => {
      const asked = pending[n]
      if (!asked) throw new Error('a request was shown that nobody asked for')
      const { first, last } = rangeOf((asked.proposal ?? asked).dates)
      const waiting = {
        request,
        ...beforeAndAfter(facts, asked),
        brokenRules: isCancelled(asked) ? [] : rulesBrokenBy(asked, state, context).map(brokenShown(context.rules)),
        holidays: holidaysIn(facts, first, last),
      }
      return { state, asked, waiting }
    })
  }

/** Whoever has said yes, or is not asked yet, has nothing to do; who may decide in place of all sees what waits in their inboxes. */
const isTheirs = (asked: LeaveAsked, state: State, doing: Doing, context: Context): boolean =>
  isOpen(asked.approval) &&
  mayDecideAbout(asked, state, doing, context) &&
  (isOverriding(context.office, doing) || waitsFor(context.office, asked.approval, doing.on).includes(doing.by))

/** It is asked whether it may be cancelled, which breaks no rule. */
const isCancelled = ({ approval }: LeaveAsked): boolean => approval.status === 'cancelRequested'

const beforeAndAfter = (facts: Facts, asked: LeaveAsked) => {
  const { request: id, leaveType, dates, charges } = { ...asked, ...asked.proposal }
  const outlook = outlookOf(facts, { id, leaveType, dates, charges })
  return outlook && { availableBefore: amountShown(outlook.before), availableAfter: amountShown(outlook.after) }
}

const longestWaiting = (a: WaitingRow, b: WaitingRow): number =>
  compare(a.askedOn, b.askedOn) || compare(a.request, b.request)

const oldestFirst = ({ request: a }: WaitingShown, { request: b }: WaitingShown): number =>
  `${a.askedOn} ${a.id}` < `${b.askedOn} ${b.id}` ? -1 : 1
