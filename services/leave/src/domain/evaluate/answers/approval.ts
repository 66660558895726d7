import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Deadline } from '../../approval/deadlines.ts'
import { type Logged, outcomeOf } from '../../approval/outcome.ts'
import { isOpen } from '../../approval/passing.ts'
import { waitsFor } from '../../approval/waits-for.ts'
import { check } from '../../rules/check.ts'
import type { Answer, Json } from '../answer.ts'
import { approvalAsk, wordsOf } from '../approval-words.ts'
import { type AnswerTo, type Asking, askedOf, factsOf, leaveOf, someoneOf } from '../asking.ts'
import type { Asked } from '../case.ts'
import { sicknessIn } from '../how-it-stands.ts'
import { datesJson } from '../texts.ts'
import { chargeJson } from './charge.ts'

/** How far the approval of a leave has come by the end of a day, and what lies ahead. */
export const approval: AnswerTo<'approval'> = ({ person, leave, on }, asking) => {
  const asked = askedOf(asking, person, leave)
  const outcome = asked && outcomeBy(asking, person, asked, on)
  if (!outcome) return { status: 'notAsked' }
  const { office } = asking.world(null)
  const { approval: state } = outcome
  if (!state) return { status: 'notAsked', log: outcome.log.map(loggedJson) }
  const waits = isOpen(state) && {
    level: state.waiting.level + 1,
    levels: state.levels.length,
    waitsFor: [...waitsFor(office, state, on)],
    approvedBy: state.waiting.yes.map(({ level, by, on: day }) => ({ level: level + 1, by, on: day })),
    cover: state.waiting.cover && { person: state.waiting.cover.person, agrees: state.waiting.cover.agrees },
  }
  const { proposed } = outcome
  const ended = 'by' in state ? { by: state.by, on: state.on } : {}
  return {
    status: state.status === 'pending' && state.waiting.yes.length > 0 ? 'partlyApproved' : state.status,
    ...(waits || {}),
    ...ended,
    ...(proposed ? { proposed: datesJson(proposed.dates) } : {}),
    deadlines: outcome.deadlines.map(deadlineJson),
    log: outcome.log.map(loggedJson),
  }
}

/** What happened to a leave, and what it costs now. */
export const history: AnswerTo<'history'> = ({ person, leave }, asking) => {
  const asked = askedOf(asking, person, leave)
  const someone = someoneOf(asking, person)
  const facts = factsOf(asking, person)
  const now = leaveOf(facts, leave)
  if (!asked || !someone || !now) return { status: 'notAsked' }
  const words = [...asked.decisions, ...asked.edits, ...asked.cancelledDays].map(({ on }) => on)
  const last = words.reduce<LocalDate | undefined>((a, b) => (a === undefined || a < b ? b : a), undefined)
  const outcome = last && asked.status === null ? outcomeBy(asking, person, asked, last) : undefined
  return {
    status: asking.world(null).statusOf(someone, asked),
    counts: now.status,
    asked: datesJson(asked.dates),
    now: datesJson(now.dates),
    ...(outcome?.proposed ? { proposed: datesJson(outcome.proposed.dates) } : {}),
    log: outcome?.log.map(loggedJson) ?? [],
    ...chargeJson(now.charges, asking, { person, leaveType: asked.leaveType }),
  }
}

const outcomeBy = (asking: Asking, person: PersonId, asked: Asked, until: LocalDate) => {
  const { office, company, chargedBy } = asking.world(null)
  const someone = someoneOf(asking, person)
  if (!someone) return undefined
  const facts = factsOf(asking, person)
  const by = chargedBy(someone, asked)
  const ask = approvalAsk(someone, asked, by)
  if (!ask) return undefined
  const { reason, cover, certificate } = asked
  const wish = { ...ask.wish, askedOn: ask.on, reason, cover, certificate: certificate !== null }
  const warned = check(wish, facts, company, asking.given.rules).length > 0
  const wishing = { ...ask, wish: { ...ask.wish, warned } }
  const words = wordsOf(office, wishing, asked, by, sicknessIn(someone, asking.given.leaveTypes))
  return outcomeOf(office, wishing, words, until)
}

const deadlineJson = (deadline: Deadline): Json => plain(deadline)

const loggedJson = (logged: Logged): Json => {
  if (logged.kind === 'event') {
    const { request: _, ...event } = logged.event
    const level = 'level' in event ? { level: event.level + 1 } : {}
    const next = 'next' in event ? { next: event.next + 1 } : {}
    return { ...plain(event), ...level, ...next }
  }
  if (logged.kind === 'refused')
    return { refused: logged.said.says, by: logged.said.by, on: logged.said.on, why: plain(logged.why) }
  return plain(logged)
}

/** Events, deadlines and rejections are JSON as they stand. */
const plain = (value: object): Answer =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined))
