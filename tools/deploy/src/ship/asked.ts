import { services } from '@awayday/host/services'
import type { Flags } from './flags.ts'
import { ShipProblem } from './ship-problem.ts'
import { moved, readVersions, steppedBack, type Versions } from './versions.ts'
import { builtNow } from './wanted.ts'

/** What an environment runs, and what it is to run and to be noted when it does. */
export type Asked = { readonly environment: string; readonly now: Versions; readonly next: Versions }

/** What a command line asks for. `ship` builds it. */
export const askedFor = async (folder: string, flags: Flags, at: string): Promise<Asked> => {
  const { verb, environment = '' } = flags
  if (verb === 'rollback') {
    const now = await known(folder, environment)
    const next = steppedBack(now)
    if (!next) throw new ShipProblem(`Nothing is remembered of what ${environment} ran before.`)
    return { environment, now, next }
  }
  if (verb === 'promote') {
    const [from, now] = [await known(folder, flags.from), await knownOrNew(folder, flags, at)]
    return { environment, now, next: moved(now, from.services, at) }
  }
  const now = await knownOrNew(folder, flags, at)
  const chosen = services.filter(({ name }) => flags.service === undefined || name === flags.service)
  return { environment, now, next: moved(now, await builtNow(chosen, flags.built, now.services), at) }
}

const known = async (folder: string, environment: string): Promise<Versions> => {
  const versions = await readVersions(folder, environment)
  if (!versions)
    throw new ShipProblem(`There is no ${folder}/${environment}.json. pnpm ship ${environment} --region … makes one.`)
  return versions
}

/** An environment whose last day is over runs nothing new. */
const knownOrNew = async (
  folder: string,
  { environment = '', region, keepsData, expires }: Flags,
  at: string,
): Promise<Versions> => {
  const versions = await readVersions(folder, environment)
  if (!versions && !region) throw new ShipProblem(`${environment} is new: say where it is to be, with --region.`)
  if (!versions)
    return { region: region ?? '', keepsData, ...(expires !== undefined && { expires }), services: {}, before: [] }
  if (expires !== undefined && versions.expires === undefined)
    throw new ShipProblem(`${environment} is nobody’s own: it has no last day, and gets none.`)
  const last = expires ?? versions.expires
  if (last === undefined) return versions
  if (last < at.slice(0, 10))
    throw new ShipProblem(
      `${environment} had its last day on ${last}: give it another with --expires, or remove it with pnpm retire ${environment}.`,
    )
  return { ...versions, expires: last }
}
