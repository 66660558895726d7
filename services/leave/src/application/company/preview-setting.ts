import { utcDate } from '@awayday/clock/zone'
import { compare, err, ok, type PersonId } from '@awayday/kernel'
import { commandOf } from '#domain/company/command-of.ts'
import { company } from '#domain/company/company.ts'
import { type Effect, effectOf } from '#domain/company/effect-of.ts'
import { daysTold } from '#domain/company/notice.ts'
import type { World } from '#ports/world.ts'
import { readSetting } from '#wire/settings.ts'
import { type Asked, isAdmin } from '../asked.ts'
import { ofFacts } from '../context.ts'
import { namedByCommand } from '../documents.ts'
import { eachInTurn } from '../each-in-turn.ts'
import { peopleOf } from '../people.ts'
import { tellPerson } from '../person-stream.ts'
import { isTold } from './apply-settings.ts'
import { lacksOf } from './bring-up-to-date.ts'
import { tellCompany } from './company-stream.ts'
import type { SettingWish } from './save-setting.ts'
import { supposing } from './supposed-documents.ts'

export type Affected = { readonly person: PersonId } & Effect

/**
 * Who would gain or lose what, before a setting is saved: the same facts, decided by the same decider, kept nowhere. As of the end of today, of this
 * calendar year and of the next. By person; whom it does not touch is left out. Only of what reaches people's streams.
 */
export const previewSetting =
  (world: World) =>
  async ({ actor, input }: Asked<SettingWish>) => {
    if (!isAdmin(actor)) return err({ type: 'NotAdmin' } as const)
    if (!isTold(input.kind)) return err({ type: 'NoPreview', kind: input.kind } as const)
    const read = input.document === null ? ok(null) : readSetting(input.kind, input.document)
    if (!read.ok) return err({ type: 'InvalidDocument', mistakes: read.error } as const)
    const { document, leaveType } = read.value ?? { document: null, leaveType: null }
    const today = utcDate(world.clock.now())
    const before = await tellCompany(world, actor.tenant)
    const said = { ...input, document, leaveType, by: actor.person, on: today }
    const saved = company.decide({ type: 'Save', ...said }, before)
    if (!saved.ok) return saved
    const after = saved.value.reduce(company.evolve, before)
    const affected: Affected[] = []
    const supposed = new Map(read.value ? [[read.value.document, read.value.text]] : [])
    const shelves = { ...world, documents: supposing(world.documents, supposed) }
    await eachInTurn(peopleOf(world.store, actor.tenant), async ({ person }) => {
      const { state, shelf } = await tellPerson(shelves, actor.tenant, person)
      const lacks = await lacksOf(world, after, state)
      if (lacks.length === 0) return
      for (const { document, text } of lacks) if (document !== null && text !== undefined) supposed.set(document, text)
      const facts = lacks.map(commandOf)
      await shelf.fetch(...facts.flatMap(namedByCommand))
      const effect = effectOf(state, facts, ofFacts(shelf.documents), daysTold(today))
      if (effect.balances.length + effect.leaves.length > 0) affected.push({ person, ...effect })
    })
    return ok({
      version: before.settings.length,
      affected: affected.toSorted((a, b) => compare(a.person, b.person)),
    })
  }
