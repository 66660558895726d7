import { compare, type LocalDate } from '@awayday/kernel'
import type { Grant } from '../../entitlement/grant.ts'
import { grantsOf } from '../../entitlement/grants-of.ts'
import type { Entry } from '../../ledger/figures.ts'
import { ledgerOf } from '../../ledger/ledger-of.ts'
import type { Json } from '../answer.ts'
import { type AnswerTo, factsOf, showing } from '../asking.ts'
import { entryJson } from '../entry-text.ts'

/** What the plan grants up to a day, what of it caps withhold, and what was given by hand. */
export const grants: AnswerTo<'grants'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const facts = factsOf(asking, ask.person, ask.knownOn)
  const inSpan = ({ on }: { readonly on: LocalDate }): boolean => ask.from === null || ask.from <= on
  const due = grantsOf(facts, ask.leaveType, ask.until).filter(inSpan)
  const entries = ledgerOf(facts, ask.leaveType, ask.until).entries.filter(inSpan)
  const of = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind)
  const [paid, credits, withheld] = [of('grant'), of('credit'), of('withheld')]
  return {
    unit,
    total: show(paid.reduce((sum, { n }) => sum + n, 0)),
    withheld: show(withheld.reduce((sum, entry) => sum + entry.withheld, 0)),
    grants: asPaid(due, entries).map(({ grant, withheld }) => ({
      ...grantJson(grant, show),
      ...(withheld > 0 ? { withheld: show(withheld) } : {}),
    })),
    entries: [...paid, ...withheld, ...credits]
      .toSorted((a, b) => compare(a.on, b.on))
      .map((entry) => entryJson(entry, show)),
  }
}

/** What is left of each grant by caps: the ledger takes grants in their order, and notes of each what is paid, then what is withheld. */
const asPaid = (
  due: readonly Grant[],
  entries: readonly Entry[],
): readonly { readonly grant: Grant; readonly withheld: number }[] => {
  const notes = entries.filter(({ kind }) => kind === 'grant' || kind === 'withheld')
  let at = 0
  return due.map((grant) => {
    let [paid, withheld] = [0, 0]
    for (let note = notes[at]; note && paid + withheld < grant.n; note = notes[at]) {
      paid += note.n
      withheld += note.withheld
      at += 1
    }
    return { grant: { ...grant, n: paid }, withheld }
  })
}

export const grantJson = (grant: Grant, show: (n: number) => string): { readonly [member: string]: Json } => ({
  on: grant.on,
  amount: show(grant.n),
  source: grant.source,
  for: { first: grant.first, last: grant.last },
  leaveYear: grant.leaveYear,
  until: grant.until,
  carries: grant.carries,
  fact: grant.fact,
})
