import type { Call, Said } from '../load/call.ts'
import { commandIdOf, type Recorded } from './log.ts'

type Logs = { readonly leave: readonly Recorded[]; readonly directory: readonly Recorded[] }

/**
 * What differs between what people were told and what is stored: a command that was acknowledged is in the log once, in the
 * version that was answered; and whatever is in the log under the name of somebody at work is something they were told of.
 */
export const againstTheLogs = (
  calls: readonly Call[],
  { leave, directory }: Logs,
  tenant: string,
): readonly string[] => {
  const flaws: string[] = []
  const told = new Set<string>()
  const people = new Set(calls.map(({ by }) => by))
  for (const { by, said, problem } of calls) {
    const about = problem ? undefined : placeOf(by, said)
    if (!about) continue
    const id = commandIdOf(tenant, by, about.key)
    if (told.has(id)) flaws.push(`${about.key} of ${by} was answered to two calls`)
    told.add(id)
    const found = { leave, directory }[about.service].filter(({ commandId }) => commandId === id)
    const places = found.map(({ stream, version }) => `${stream}#${version}`)
    const wanted = `person/${about.person}#${about.version}`
    const own = about.service === 'leave' ? places : places.filter((place) => place.startsWith('person/'))
    if (own.length !== 1 || own[0] !== wanted)
      flaws.push(`${about.key} of ${by} was acknowledged as ${wanted}; stored: ${own.join(', ') || 'nothing'}`)
  }
  for (const { by, stream, version, commandId, types } of leave)
    if (people.has(by) && !told.has(commandId))
      flaws.push(`leave ${stream}#${version} (${types}) by ${by} is nothing that anybody was told of`)
  return flaws
}

type Place = {
  readonly service: 'leave' | 'directory'
  readonly key: string
  readonly person: string
  readonly version: number
}

const placeOf = (by: string, said: Said): Place | undefined => {
  switch (said.type) {
    case 'requested':
      return { service: 'leave', key: said.key, person: by, version: said.version }
    case 'decided':
      return { service: 'leave', key: said.key, person: said.person, version: said.version }
    case 'added':
      return { service: 'directory', key: said.key, person: said.person, version: said.version }
    default:
      return undefined
  }
}
