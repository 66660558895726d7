import { utcDate } from '@awayday/clock/zone'
import { handle } from '@awayday/event-sourcing'
import { err, type LocalDate, ok } from '@awayday/kernel'
import { company } from '#domain/company/company.ts'
import type { AppliesTo, SettingKind, Version } from '#domain/company/setting.ts'
import type { World } from '#ports/world.ts'
import { companyCodec } from '#wire/company-events.ts'
import { readSetting } from '#wire/settings.ts'
import { type Commanded, isAdmin } from '../asked.ts'
import { companyStream } from './company-stream.ts'

export type SettingWish = {
  readonly kind: SettingKind
  readonly id: string
  /** JSON as docs/leave-evaluate.md has it; null: the setting ends. */
  readonly document: string | null
  readonly from: LocalDate
  readonly appliesTo: AppliesTo
  readonly seen: Version
}

/** Saves what a company decides for itself. Whom it touches learn of it when their streams are brought up to date. */
export const saveSetting =
  (world: World) =>
  async ({ actor, meta, input }: Commanded<SettingWish>) => {
    if (!isAdmin(actor)) return err({ type: 'NotAdmin' } as const)
    const read = input.document === null ? ok(NOTHING) : readSetting(input.kind, input.document)
    if (!read.ok) return err({ type: 'InvalidDocument', mistakes: read.error } as const)
    const { text, document, leaveType } = read.value
    if (text !== null) await world.documents.put(actor.tenant, text) // before any fact names it
    await world.tenants.settle(actor.tenant, world.home)
    const save = handle({ store: world.store, registry: world.registry }, company, companyCodec)
    const said = { ...input, document, leaveType, by: actor.person, on: utcDate(meta.at) }
    const saved = await save(companyStream(actor.tenant), meta, () => ({ type: 'Save', ...said }))
    return saved.ok ? ok({ version: saved.value.version }) : saved
  }

const NOTHING = { text: null, document: null, leaveType: null }
