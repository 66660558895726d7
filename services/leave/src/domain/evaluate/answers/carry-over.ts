import { addDays } from '@awayday/kernel'
import { carriedOver } from '../../ledger/close-year.ts'
import type { Entry } from '../../ledger/figures.ts'
import { ledgerOf } from '../../ledger/ledger-of.ts'
import { type AnswerTo, factsOf, showing } from '../asking.ts'
import { entryJson, lotJson } from '../entry-text.ts'

/** What happened at the last carry-over up to a day. */
export const carryOver: AnswerTo<'carryOver'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const facts = factsOf(asking, ask.person, ask.knownOn)
  const on = ledgerOf(facts, ask.leaveType, ask.on).year.first
  const ledger = ledgerOf(facts, ask.leaveType, on)
  const turning = ledger.entries.filter((entry) => entry.on === on && isTurning(entry))
  const dropped = turning.reduce((n, entry) => (entry.kind === 'debtDropped' ? n + entry.n : n), 0)
  const { carry, forfeited } = carriedOver(facts, ask.leaveType, addDays(on, -1))
  const carried = ledger.lots.filter(({ lot }) => lot.source === 'carried' && lot.from === on)
  const kept = carried.reduce((n, { lot }) => (lot.carries ? n + lot.n : n), 0)
  return {
    unit,
    on,
    carried: show(carry),
    untilNextCarryOver: show(kept),
    forfeited: show(forfeited),
    debtDropped: show(dropped),
    lots: carried.map(({ lot }) => lotJson(lot, show)),
    entries: turning.map((entry) => entryJson(entry, show)),
  }
}

/** What expires on that day by itself is no part of the carry-over. */
const isTurning = ({ kind, lot }: Entry): boolean =>
  TURNING.includes(kind) || (kind === 'expiry' && lot?.carries === true)

const TURNING: readonly Entry['kind'][] = ['carriedOut', 'carriedIn', 'debtDropped']
