import { type Consumer, eventsIn, readBody } from '@awayday/event-sourcing'
import type { SettingKind } from '#domain/company/setting.ts'
import type { World } from '#ports/world.ts'
import { companyCodec } from '#wire/company-events.ts'
import { eachInTurn } from '../each-in-turn.ts'
import { peopleOf } from '../people.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { tellCompany } from './company-stream.ts'

/**
 * Follows the settings of a company, and tells everybody whom they touch. Seen again, it finds nothing to say; ended in the middle, it
 * starts over and finds the rest. Of many settings saved at once only the last is followed: it tells all that holds by then. One person
 * whose stream is in trouble keeps nobody else from being told. Two small reads a person who is not touched, three more reads and a
 * write for whoever is.
 */
export const applySettings = (world: World): Consumer => ({
  name: 'apply-settings',
  consume: async ({ stream, record }) => {
    const saved = eventsIn(record, companyCodec).findLast(({ kind }) => isTold(kind))
    if (!saved) return
    const { settings } = await tellCompany(world, stream.tenant)
    if (settings.findLast(({ kind }) => isTold(kind))?.version !== saved.version) return
    const { at, correlation } = readBody(record)
    const meta = {
      tenant: stream.tenant,
      actor: 'system:awayday.settings',
      correlation,
      cause: `${stream.name}@${record.version}`,
      at,
    }
    const bring = bringUpToDate(world)
    await eachInTurn(peopleOf(world.store, stream.tenant), ({ person }) => bring(person, meta))
  },
})

/** What else is set up is read when it is asked for. */
export const isTold = (kind: SettingKind): boolean => kind === 'policy' || kind === 'schedule' || kind === 'calendar'
