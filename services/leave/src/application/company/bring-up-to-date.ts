import type { CommandMeta } from '@awayday/event-sourcing'
import type { PersonId } from '@awayday/kernel'
import { commandOf } from '#domain/company/command-of.ts'
import type { State as Company } from '#domain/company/company.ts'
import { type Lack, lacking } from '#domain/company/lacking.ts'
import { knownOf, pathOf } from '#domain/company/told.ts'
import type { State } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { decide } from '../decide.ts'
import { tellPerson } from '../person-stream.ts'
import { tellCompany } from './company-stream.ts'
import { startersAlong } from './starters.ts'

/**
 * Puts into a person's stream what the settings of the company say for them and their facts do not: after a setting was saved, and after they
 * came or moved. Both append first and read the other afterwards, so one of them always sees what the other did. The company is read after the
 * person: whatever they have been told is in it. What somebody who read the company earlier says in between is mended by them in their next round.
 */
export const bringUpToDate =
  (world: World) =>
  async (person: PersonId, meta: Omit<CommandMeta, 'key' | 'digest'>): Promise<void> => {
    for (let round = 1; round <= ROUNDS; round++) {
      const { state, version } = await tellPerson(world, meta.tenant, person)
      const company = await tellCompany(world, meta.tenant)
      const lacks = await lacksOf(world, company, state)
      if (lacks.length === 0) return
      let written = version
      for (const { text, ...lack } of lacks) {
        if (text !== undefined) await world.documents.put(meta.tenant, text)
        // What was told once may have to be told again: somebody moves away, and back. So the key names what was read.
        const key = `${lack.kind}/${lack.key}/${lack.from}@${version}`
        const done = await decide(world)(person, { ...meta, key, digest: key }, () => commandOf(lack))
        if (!done.ok) throw new NotToldUnavailable(done.error.type)
        written = done.value.version
      }
      if (written === version) throw new Error(`nothing was said of what ${person} lacks`)
    }
    throw new NotToldUnavailable('settings were saved faster than they could be told')
  }

/** One to tell, one to see that all is told; more where others tell at the same time. */
const ROUNDS = 8

/** Facts are never refused: others wrote before us too often. It is tried again. */
class NotToldUnavailable extends Error {
  override readonly name = 'NotToldUnavailable'
}

/** What is to hold for somebody and their stream does not say. `text`: of a document of the product, not of the company, so that it may not be kept yet. */
export const lacksOf = async (
  world: Pick<World, 'publicHolidays'>,
  company: Company,
  state: State,
): Promise<readonly (Lack & { readonly text: string | undefined })[]> => {
  const path = pathOf(state)
  const starters = await startersAlong(world, path)
  const texts = new Map([...starters.values()].flat().map(({ document, text }) => [document, text]))
  return lacking(company, path, knownOf(state), (country) => starters.get(country) ?? []).map((lack) => ({
    ...lack,
    text: lack.document === null ? undefined : texts.get(lack.document),
  }))
}
