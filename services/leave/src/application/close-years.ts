import { daysBetween, err, type LocalDate, ok, type PersonId, type TenantId } from '@awayday/kernel'
import { policyOn } from '#domain/entitlement/policy-on.ts'
import { seesAll } from '#domain/person/who-may.ts'
import { yearsToClose } from '#domain/person/years-to-close.ts'
import type { World } from '#ports/world.ts'
import { figuresShown, showing } from '#wire/figures.ts'
import type { Commanded } from './asked.ts'
import { decide } from './decide.ts'
import { eachInTurn } from './each-in-turn.ts'
import { peopleOf } from './people.ts'
import { tellPerson } from './person-stream.ts'
import { todayOf } from './today.ts'

/** `ended`: when the years did, both days included. `after`: whom the page before ended with. */
export type YearsWish = {
  readonly leaveType: string
  readonly ended: { readonly first: LocalDate; readonly last: LocalDate }
  readonly dryRun: boolean
  readonly after: PersonId | null
}

/** So many people at once: some seconds of work. */
const PAGE = 500
const DAYS_MAX = 366

/**
 * Closes the leave years of a type for everybody whose year ended in a span, or (dry run) says what would be pinned. By HR and admins. A page of people
 * at a time; asked for again, it says and does only what is still to be done.
 */
export const closeYears =
  (world: World) =>
  async ({ actor, meta, input: { leaveType, ended, dryRun, after } }: Commanded<YearsWish>) => {
    if (!seesAll(actor.roles)) return err({ type: 'NotHr' } as const)
    const { first, last } = ended
    if (last < first) return err({ type: 'EndBeforeStart', first, last } as const)
    const days = daysBetween(first, last)
    if (days > DAYS_MAX) return err({ type: 'TooLong', days, most: DAYS_MAX } as const)
    const { people, next } = await pageOf(world, actor.tenant, after)
    const closed = new Map<PersonId, Awaited<ReturnType<typeof yearsOf>>>()
    await eachInTurn(people, async (person) => {
      const years = await yearsOf(world, actor.tenant, person, leaveType, ended)
      for (const year of dryRun ? [] : years) {
        const key = `close-years/${leaveType}/${year.last}/${person}`
        const done = await decide(world)(person, { ...meta, key, digest: key }, (on) => ({
          type: 'CloseYear',
          leaveType,
          last: year.last,
          on,
        }))
        if (!done.ok) throw new Error(`a leave year that is over was not closed: ${done.error.type}`)
      }
      closed.set(person, years)
    })
    return ok({ years: people.flatMap((person) => closed.get(person) ?? []), next })
  }

const pageOf = async ({ store }: World, tenant: TenantId, after: PersonId | null) => {
  const people: PersonId[] = []
  for await (const { person } of peopleOf(store, tenant, after)) {
    if (people.length === PAGE) return { people, next: people.at(-1) ?? null }
    people.push(person)
  }
  return { people, next: null }
}

const yearsOf = async (
  world: World,
  tenant: TenantId,
  person: PersonId,
  leaveType: string,
  ended: YearsWish['ended'],
) => {
  const { state, facts } = await tellPerson(world, tenant, person)
  return yearsToClose(state, facts, leaveType, ended, todayOf(world, state)).map((year) => {
    const unit = policyOn(facts, leaveType, year.last)?.policy.unit ?? 'day'
    const show = showing(unit)
    const { last, figures, carry, forfeited } = year
    return {
      person,
      leaveType,
      last,
      figures: figuresShown(figures, unit),
      carry: show(carry),
      forfeited: show(forfeited),
    }
  })
}
