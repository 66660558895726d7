import { err, ok } from '@awayday/kernel'
import { latest } from '#domain/company/company.ts'
import type { SettingKind } from '#domain/company/setting.ts'
import type { World } from '#ports/world.ts'
import { settingShown } from '#wire/settings.ts'
import { type Asked, isAdmin } from '../asked.ts'
import { tellCompany } from './company-stream.ts'

type Which = { readonly kind: SettingKind | null; readonly id: string | null }

/** What the company has saved: the last word about each, or, of one by its id, all that was ever said. `version`: of all settings, to save on top of. */
export const settings =
  (world: World) =>
  async ({ actor, input: { kind, id } }: Asked<Which>) => {
    if (!isAdmin(actor)) return err({ type: 'NotAdmin' } as const)
    const company = await tellCompany(world, actor.tenant)
    const meant = company.settings.filter(
      (one) => (kind === null || one.kind === kind) && (id === null ? one === latest(company, one) : one.id === id),
    )
    const hashes = meant.flatMap(({ document }) => (document === null ? [] : [document]))
    const texts = await world.documents.read(actor.tenant, [...new Set(hashes)])
    return ok({
      version: company.settings.length,
      settings: meant.map((one) => settingShown(one, one.document === null ? undefined : texts.get(one.document))),
    })
  }
