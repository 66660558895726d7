import { utcDate } from '@awayday/clock/zone'
import { daysBetween, err, FIRST_DATE, type LocalDate, ok, type PersonId } from '@awayday/kernel'
import { ruleListsFor, rulesIn } from '#domain/company/rules-in-force.ts'
import type { AppliesTo, Saved } from '#domain/company/setting.ts'
import { pathOf } from '#domain/company/told.ts'
import { nowhere } from '#domain/person/employment.ts'
import { rangeOf } from '#domain/person/range-of.ts'
import { stands } from '#domain/person/state.ts'
import { type Asked as LeaveAsked, preview } from '#domain/rules/preview.ts'
import type { Rule } from '#domain/rules/rule.ts'
import type { World } from '#ports/world.ts'
import { brokenShown } from '#wire/broken.ts'
import { readRules } from '#wire/documents.ts'
import { readSetting } from '#wire/settings.ts'
import { type Asked, isAdmin } from '../asked.ts'
import { tellDepartments } from '../departments.ts'
import { eachInTurn } from '../each-in-turn.ts'
import { peopleOf } from '../people.ts'
import { type Told, tellPerson } from '../person-stream.ts'
import { settingsFor } from '../settings-for.ts'
import { tellCompany } from './company-stream.ts'

/** `document`: rules as JSON, for whom, and from which day of leave on (null: always); `first` to `last`: leave with a day among these is looked at. */
type Supposed = {
  readonly document: string
  readonly from: LocalDate | null
  readonly appliesTo: AppliesTo
  readonly first: LocalDate
  readonly last: LocalDate
}

/** A year: limits per period are seldom longer. */
const DAYS_MAX = 366

/** Which leave of a company rules would have refused, had they always been there. Nothing is kept. */
export const previewRules =
  (world: World) =>
  async ({ actor, input: { document, from, appliesTo, first, last } }: Asked<Supposed>) => {
    if (!isAdmin(actor)) return err({ type: 'NotAdmin' } as const)
    if (last < first) return err({ type: 'EndBeforeStart', first, last } as const)
    const days = daysBetween(first, last)
    if (days > DAYS_MAX) return err({ type: 'TooLong', days, most: DAYS_MAX } as const)
    const read = readSetting('rules', document)
    if (!read.ok) return err({ type: 'InvalidDocument', mistakes: read.error } as const)
    const people: Told[] = []
    await eachInTurn(peopleOf(world.store, actor.tenant), async ({ person }) => {
      people.push(await tellPerson(world, actor.tenant, person))
    })
    const asked = people.flatMap((told) => askedBetween(told, first, last))
    const [company, { departments }] = await Promise.all([
      tellCompany(world, actor.tenant),
      tellDepartments(world, actor.tenant),
    ])
    const viewer = { owner: actor.person, employment: nowhere }
    const { leaveTypes } = await settingsFor(world, actor.tenant, company, viewer, utcDate(world.clock.now()))
    const facts = people.map((told) => told.facts)
    const rules = readRules(read.value.text)
    const refused = preview(rulesBy(people, rules, { from: from ?? FIRST_DATE, appliesTo }), asked, facts, {
      departments,
      leaveTypes,
    })
    return ok({
      requests: asked.length,
      refused: refused.map(({ person, wish, broken }) => ({
        person,
        request: wish.request,
        leaveType: wish.leaveType,
        askedOn: wish.askedOn,
        first: rangeOf(wish.dates).first,
        last: rangeOf(wish.dates).last,
        brokenRules: broken.map(brokenShown(rules)),
      })),
    })
  }

/** What would hold for each, were these rules all that the company has saved. */
const rulesBy = (
  people: readonly Told[],
  rules: readonly Rule[],
  { from, appliesTo }: Pick<Saved, 'from' | 'appliesTo'>,
) => {
  const saved = {
    kind: 'rules',
    id: 'all',
    leaveType: null,
    document: 'supposed',
    from,
    appliesTo,
    version: 1,
  } as const
  const byPerson = new Map(
    people.map(({ state }) => {
      const listed = ruleListsFor({ settings: [saved] }, state.owner, pathOf(state))
      return [state.owner, rulesIn(listed.map(({ lists, ...days }) => ({ ...days, lists: lists.map(() => rules) })))]
    }),
  )
  return (person: PersonId) => byPerson.get(person) ?? []
}

/** What waits or was accepted, as it was asked for. */
const askedBetween = ({ state }: Told, first: LocalDate, last: LocalDate): readonly LeaveAsked[] =>
  state.requests.filter(stands).flatMap(({ request, leaveType, dates, charges, on, note, certificate, cover }) => {
    const range = rangeOf(dates)
    if (range.last < first || last < range.first) return []
    const wish = { request, leaveType, dates, charges, askedOn: on, reason: note !== null, certificate, cover }
    return [{ person: state.owner, wish }]
  })
