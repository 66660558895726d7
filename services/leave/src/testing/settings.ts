import type { Actor } from '@awayday/kernel'
import { tellCompany } from '#application/company/company-stream.ts'
import { saveSetting } from '#application/company/save-setting.ts'
import { approveLeave } from '#application/decide-leave.ts'
import { requestLeave } from '#application/request-leave.ts'
import type { AppliesTo, SettingKind } from '#domain/company/setting.ts'
import { day, metaOf, type Office } from './office.ts'

export type Setting = {
  readonly kind: SettingKind
  readonly id: string
  /** As people write it; null: it ends. */
  readonly document: unknown
  readonly from?: string
  readonly appliesTo?: AppliesTo
}

/** What whoever saves hands in, on top of all that was saved before. */
export const settingWish = async (
  office: Office,
  { kind, id, document, from = '2026-01-01', appliesTo = {} }: Setting,
) => ({
  kind,
  id,
  document: document === null ? null : JSON.stringify(document),
  from: day(from),
  appliesTo,
  seen: (await tellCompany(office.world, office.tenant)).settings.length,
})

/** Clara, an admin, saves a setting. Whom it touches hears of it when the feed is followed. */
export const save = async (office: Office, setting: Setting): Promise<void> => {
  const input = await settingWish(office, setting)
  const key = `setting ${input.seen}`
  const saved = await saveSetting(office.world)({
    actor: office.clara,
    meta: metaOf(office, key, { actor: office.clara.person }),
    input,
  })
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
}

/** Asks for vacation, and answers its id. */
export const ask = async (office: Office, actor: Actor, first: string, last = first): Promise<string> => {
  const dates = { kind: 'range', first: day(first), firstPart: 'whole', last: day(last), lastPart: 'whole' } as const
  const asked = await requestLeave(office.world)({
    actor,
    meta: metaOf(office, `ask ${first} ${last}`, { actor: actor.person }),
    input: { leaveType: 'vacation', dates, cover: null, exception: false, certificate: false, reason: null },
  })
  if (!asked.ok) throw new Error(JSON.stringify(asked.error))
  return asked.value.request
}

export const approve = (office: Office, actor: Actor, person: Actor, request: string) =>
  approveLeave(office.world)({
    actor,
    meta: metaOf(office, `approve ${request}`, { actor: actor.person }),
    input: { person: person.person, request, answer: null, inSpiteOf: [] },
  })
