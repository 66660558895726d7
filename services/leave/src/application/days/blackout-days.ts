import { daysBetween, err, type LocalDate, ok, type PersonId } from '@awayday/kernel'
import { blackoutDaysOf } from '#domain/rules/blackout-days.ts'
import type { World } from '#ports/world.ts'
import type { Asked } from '../asked.ts'
import { contextFor } from '../context.ts'
import { seen } from '../figures/seen.ts'

type Span = { readonly person: PersonId | null; readonly first: LocalDate; readonly last: LocalDate }

const DAYS_MAX = 366

/** The days on which somebody may not be away, and by which rule of the company. */
export const blackoutDays =
  (world: World) =>
  async ({ actor, input: { person, first, last } }: Asked<Span>) => {
    if (last < first) return err({ type: 'EndBeforeStart', first, last } as const)
    const days = daysBetween(first, last)
    if (days > DAYS_MAX) return err({ type: 'TooLong', days, most: DAYS_MAX } as const)
    const told = await seen(world, actor, { person, knownAt: null })
    if (!told.ok) return told
    const { facts, today } = told.value
    const looking = { on: today, by: null, cover: null, counts: false }
    const { rules, company } = await contextFor(world, actor.tenant, told.value, looking)
    return ok(blackoutDaysOf(facts, company.departments, rules, first, last))
  }
