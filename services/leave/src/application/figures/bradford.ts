import { err, type LocalDate, ok, type PersonId } from '@awayday/kernel'
import { shown } from '#domain/evaluate/shown.ts'
import { seesAll } from '#domain/person/who-may.ts'
import { bradfordOf } from '#domain/sickness/bradford.ts'
import type { World } from '#ports/world.ts'
import { amountShown } from '#wire/amount.ts'
import type { Asked, UnknownPerson } from '../asked.ts'
import { tellCompany } from '../company/company-stream.ts'
import { settingsFor } from '../settings-for.ts'
import { seenUntil } from './seen.ts'

type About = { readonly person: PersonId; readonly on: LocalDate | null }

/** How the sickness of 52 weeks weighs (domain/sickness/bradford.ts), for HR and admins alone; nothing where the company wants it of no leave type. */
export const bradford =
  (world: World) =>
  async ({ actor, input: { person, on } }: Asked<About>) => {
    if (!seesAll(actor.roles)) return err({ type: 'UnknownPerson', person } satisfies UnknownPerson)
    const told = await seenUntil(world, actor, { person, knownAt: null }, [on])
    if (!told.ok) return told
    const { facts, state, today } = told.value
    const company = await tellCompany(world, actor.tenant)
    const { leaveTypes } = await settingsFor(world, actor.tenant, company, state, today)
    const wanted = leaveTypes.filter(({ sickness }) => sickness?.bradford).map(({ id }) => id)
    if (wanted.length === 0) return ok({})
    const { spells, days, score } = bradfordOf(facts, wanted, on ?? today)
    return ok({ spells, days: amountShown({ unit: 'day', n: days }), score: shown(score, 'day') })
  }
