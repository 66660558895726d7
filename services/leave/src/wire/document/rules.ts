import { unreachable } from '@awayday/kernel'
import * as v from 'valibot'
import type { Demand, Rule } from '#domain/rules/rule.ts'
import type { Waiting } from '#domain/rules/waiting.ts'
import { demands } from './demand.ts'
import { ruleDaysJson } from './rule-days.ts'
import { extentJson } from './rule-extent.ts'
import { ruleWhen, ruleWhenJson } from './rule-when.ts'
import { described, fields, maybe, setting } from './setting.ts'
import { amountText, flag, id, lengthText, list, words } from './values.ts'
import { whoJson } from './who.ts'

export const demand = v.variant(
  'kind',
  demands,
  ({ expected }) => `is none of ${expected?.replaceAll(/[()]/g, '').split(' | ').join(', ')}`,
)

/** One rule of a company. */
export const rule = v.pipe(
  fields({
    id: described('Its name, for answers.', id),
    name: maybe('What people call it. null: its id.', words),
    when: setting('For which leave, of whom, and when it holds. All that is named must hold.', ruleWhen, {}),
    rule: described('What it asks.', demand),
    overridableBy: setting(
      'Who may decide otherwise: roles (person, approver, manager, hr, admin), or persons by id.',
      list(id),
      [],
    ),
    exception: setting('Whether an exception may be asked for.', flag, false),
  }),
  v.transform(({ name, ...rest }): Rule => ({ ...rest, name: name ?? rest.id })),
)

/** All rules of a company; wishes are held against each, in this order. */
export const rules = v.pipe(
  list(rule),
  v.check((all) => new Set(all.map((one) => one.id)).size === all.length, 'names a rule twice'),
)

/** As it would be written, every setting: what `rules` reads back as it was. */
export const rulesJson = (all: readonly Rule[]) =>
  all.map(({ id: named, name, when, rule: asks, overridableBy, exception }) => ({
    id: named,
    name,
    when: ruleWhenJson(when),
    rule: demandJson(asks),
    overridableBy: [...overridableBy],
    exception,
  }))

const demandJson = (asks: Demand) => {
  switch (asks.kind) {
    case 'atMost':
      return {
        kind: asks.kind,
        most: asks.count === 'requests' ? { requests: asks.most } : extentJson({ in: asks.count, n: asks.most }),
        per: typeof asks.per === 'string' ? asks.per : { any: lengthText(asks.per.any) },
      }
    case 'blackout':
      return { ...asks, days: ruleDaysJson(asks.days) }
    case 'onlyOn':
      return { ...asks, days: ruleDaysJson(asks.days) }
    case 'eligibility':
      return { ...asks, leastFte: orNull(asks.leastFte), mostFte: orNull(asks.mostFte) }
    case 'horizon':
      return { ...asks, back: asks.back && lengthText(asks.back), ahead: asks.ahead && lengthText(asks.ahead) }
    case 'maximumLength':
    case 'minimumLength':
      return { ...asks, length: extentJson(asks.length) }
    case 'needs':
      return { ...asks, longerThan: asks.longerThan && extentJson(asks.longerThan) }
    case 'notice':
      return {
        ...asks,
        ...stepJson(asks),
        longer: asks.longer.map((step) => ({ atLeast: amountText(step.atLeast), ...stepJson(step) })),
      }
    case 'maxAway':
    case 'minimumStaffing':
      return {
        ...asks,
        limit: 'people' in asks.limit ? asks.limit : { percentage: amountText(asks.limit.percentage * 100) },
        among: typeof asks.among === 'string' ? asks.among : whoJson(asks.among),
      }
    case 'waiting':
      return { kind: asks.kind, for: waitJson(asks.for) }
    case 'usedUp':
      return { ...asks, left: amountText(asks.left) }
    case 'apart':
    case 'granularity':
    case 'overlap':
      return asks
    default:
      return unreachable(asks)
  }
}

const waitJson = (wait: Waiting['for']) => {
  if ('workedDays' in wait) return { workedDays: amountText(wait.workedDays) }
  return 'workedMinutes' in wait
    ? { workedHours: amountText(wait.workedMinutes / 60), within: lengthText(wait.within) }
    : lengthText(wait)
}

const orNull = (n: number | null): string | null => (n === null ? null : amountText(n))

const stepJson = ({ days, each }: { readonly days: number; readonly each: number }) => ({
  days: amountText(days),
  each: amountText(each),
})
