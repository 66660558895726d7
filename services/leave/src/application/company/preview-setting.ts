import { utcDate } from '@awayday/clock/zone'
import { err, ok, type PersonId } from '@awayday/kernel'
import { company } from '#domain/company/company.ts'
import { type Effect, effectOf } from '#domain/company/effect-of.ts'
import { daysTold } from '#domain/company/notice.ts'
import type { World } from '#ports/world.ts'
import { readSetting } from '#wire/settings.ts'
import { type Asked, isAdmin } from '../asked.ts'
import { ofFacts } from '../context.ts'
import { namedByCommand } from '../documents.ts'
import { ownerOf, tellPerson } from '../person-stream.ts'
import { commandOf, lacksOf } from './bring-up-to-date.ts'
import { tellCompany } from './company-stream.ts'
import type { SettingWish } from './save-setting.ts'

export type Affected = { readonly person: PersonId } & Effect

/**
 * Who would gain or lose what, before a setting is saved: the same facts, decided by the same decider, kept nowhere. As of the end of today, of this
 * calendar year and of the next. People whom it does not touch are left out.
 */
export const previewSetting =
  (world: World) =>
  async ({ actor, input }: Asked<SettingWish>) => {
    if (!isAdmin(actor)) return err({ type: 'NotAdmin' } as const)
    const read = input.document === null ? ok(null) : readSetting(input.kind, input.document)
    if (!read.ok) return err({ type: 'InvalidDocument', mistakes: read.error } as const)
    const document = read.value && (await world.documents.put(actor.tenant, read.value.text))
    const today = utcDate(world.clock.now())
    const before = await tellCompany(world, actor.tenant)
    const said = { ...input, document, leaveType: read.value?.leaveType ?? null, by: actor.person, on: today }
    const saved = company.decide({ type: 'Save', ...said }, before)
    if (!saved.ok) return saved
    const after = saved.value.reduce(company.evolve, before)
    const days = daysTold(today)
    const affected: Affected[] = []
    for await (const { stream } of world.store.heads(actor.tenant)) {
      const person = ownerOf(stream)
      if (!person) continue
      const { state, shelf } = await tellPerson(world, actor.tenant, person)
      const lacks = await lacksOf(world, actor.tenant, after, state)
      if (lacks.length === 0) continue
      const facts = lacks.map(commandOf)
      await shelf.fetch(...facts.flatMap(namedByCommand))
      const effect = effectOf(state, facts, ofFacts(shelf.documents), days)
      if (effect.balances.length + effect.leaves.length > 0) affected.push({ person, ...effect })
    }
    return ok({ version: before.settings.length, affected })
  }
