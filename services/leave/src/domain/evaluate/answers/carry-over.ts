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
  const turning = ledger.entries.filter((entry) => entry.on === on && TURNING.includes(entry.kind))
  const sum = (kind: Entry['kind']): number => turning.reduce((n, entry) => (entry.kind === kind ? n + entry.n : n), 0)
  const carried = ledger.lots.filter(({ lot }) => lot.source === 'carried' && lot.from === on)
  const kept = carried.reduce((n, { lot }) => (lot.carries ? n + lot.n : n), 0)
  return {
    unit,
    on,
    carried: show(sum('carriedIn')),
    untilNextCarryOver: show(kept),
    forfeited: show(-sum('expiry')),
    debtDropped: show(sum('debtDropped')),
    lots: carried.map(({ lot }) => lotJson(lot, show)),
    entries: turning.map((entry) => entryJson(entry, show)),
  }
}

const TURNING: readonly Entry['kind'][] = ['expiry', 'carriedOut', 'carriedIn', 'debtDropped']
