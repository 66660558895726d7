import { type LocalDate, ok } from '@awayday/kernel'
import { policyOn } from '#domain/entitlement/policy-on.ts'
import type { World } from '#ports/world.ts'
import { personFactsShown } from '#wire/person-facts.ts'
import type { Asked } from './asked.ts'
import { seen, type Whose } from './figures/seen.ts'

/** Under which policy, schedule and calendar somebody is and was, since when, and what was given, paid out, recorded and closed. */
export const personFacts =
  (world: World) =>
  async ({ actor, input }: Asked<Whose>) => {
    const told = await seen(world, actor, input)
    if (!told.ok) return told
    const { state, facts, eventIds } = told.value
    const hashes = [...state.terms, ...state.timetables, ...state.calendars].map(({ document }) => document)
    const notes = [...state.credits, ...state.payOuts, ...state.revoked].flatMap(({ note }) =>
      note === null ? [] : [note],
    )
    const [texts, words] = await Promise.all([
      world.documents.read(actor.tenant, [...new Set(hashes.filter((hash) => typeof hash === 'string'))]),
      world.notes.read(actor.tenant, notes),
    ])
    const unitOn = (leaveType: string, day: LocalDate) => policyOn(facts, leaveType, day)?.policy.unit ?? 'day'
    return ok(personFactsShown(state, { texts, words, eventIds, unitOn }))
  }
