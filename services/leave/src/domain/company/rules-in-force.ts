import { addDays, FIRST_DATE, type LocalDate } from '@awayday/kernel'
import type { Rule } from '../rules/rule.ts'
import type { When } from '../rules/when.ts'
import type { State } from './company.ts'
import { allInForce, type Member } from './in-force.ts'
import type { ContentHash } from './setting.ts'
import type { Path } from './timelines.ts'

/** Lists of rules that hold for somebody on days of leave, both included (null: without end); what is meant most closely first. */
export type Listed<List> = {
  readonly from: LocalDate
  readonly until: LocalDate | null
  readonly lists: readonly List[]
}

/** Which lists hold when: they follow the settings and the person's way. Of whoever is nowhere, what holds for everybody and for them by name. */
export const ruleListsFor = (company: State, person: Member['person'], path: Path): readonly Listed<ContentHash>[] => {
  const first: Member = path[0] ?? { person, team: '', location: '', country: '' }
  const turns = company.settings.flatMap(({ kind, from }) => (kind === 'rules' ? [from] : []))
  const days = [...new Set([FIRST_DATE, ...turns, ...path.map(({ from }) => from)])].toSorted()
  return days.map((from, n) => {
    const next = days[n + 1]
    const member = path.findLast((place) => place.from <= from) ?? first
    const lists = allInForce(company, 'rules', member, from).flatMap(({ document }) => document ?? [])
    return { from, until: next ? addDays(next, -1) : null, lists }
  })
}

/**
 * The rules of all lists, each on the days on which a list with it holds. Of two of one id the closer meant takes the other's place, so that
 * a team may have its own. What stays the same from one list to the next is one rule; but of overlap the first one decides, so there the order of
 * each list stays.
 */
export const rulesIn = (listed: readonly Listed<readonly Rule[]>[]): readonly Rule[] => {
  const found: Dated[] = []
  for (const { from, until, lists } of listed) {
    let place = found.length
    for (const rule of withoutTwins(lists.flat()).toReversed()) {
      const text = JSON.stringify(rule)
      const goesOn = ({ text: known, until: last }: Dated) =>
        known === text && last !== null && addDays(last, 1) === from
      const nth = found.findIndex((one, at) => goesOn(one) && (at < place || rule.rule.kind !== 'overlap'))
      const same = found[nth]
      if (same) {
        same.until = until
        place = Math.min(place, nth)
      } else found.splice(place, 0, { rule, text, from, until }) // before what it stands before in its own list
    }
  }
  return found.map(({ rule, from, until }) => ({ ...rule, when: within(rule.when, from, until) }))
}

const withoutTwins = (rules: readonly Rule[]): readonly Rule[] => {
  const first = new Map(rules.map(({ id }, n) => [id, n] as const).toReversed())
  return rules.filter(({ id }, n) => first.get(id) === n)
}

type Dated = { readonly rule: Rule; readonly text: string; readonly from: LocalDate; until: LocalDate | null }

const within = (when: When, from: LocalDate, until: LocalDate | null): When => ({
  ...when,
  from: when.from !== null && from < when.from ? when.from : from,
  until: when.until !== null && (until === null || when.until < until) ? when.until : until,
})
