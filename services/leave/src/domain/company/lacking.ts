import type { LocalDate } from '@awayday/kernel'
import type { State } from './company.ts'
import { wordOn } from './in-force.ts'
import type { ContentHash } from './setting.ts'
import { type Path, type Starters, type Timeline, timelinesOf, type Wanted } from './timelines.ts'

/** What a person's own facts say holds for them from a day on. `key`: the leave type of a policy, the location of a calendar, else the empty text. */
export type Known = {
  readonly kind: Timeline['kind']
  readonly key: string
  readonly from: LocalDate
  /** The setting it came from, or the starter. */
  readonly id: string
  /** Null: of this leave type nothing is counted. */
  readonly document: ContentHash | null
}

/** Something to put into a person's stream. */
export type Lack = Known & { readonly version: number }

/**
 * What holds for a person by the settings of the company, else by the starters of their country, and what their facts do not say yet, by
 * day. It is computed from both states alone: a fan-out and a newcomer use the same, in any order, as often as they like. So whoever is
 * here and whoever joins have the same on the same day and place.
 */
export const lacking = (company: State, path: Path, known: readonly Known[], starters: Starters): readonly Lack[] =>
  timelinesOf(company, path, starters).flatMap((timeline) => lackingOf(timeline, known, company))

const lackingOf = (timeline: Timeline, known: readonly Known[], company: State): readonly Lack[] => {
  const { kind, key, start, turns, wantedOn } = timeline
  const own = known.filter((one) => one.kind === kind && one.key === key)
  const later = [...turns, ...own.map(({ from }) => from)].filter((day) => start < day)
  const lacks: Lack[] = []
  for (const day of [...new Set([start, ...later])].toSorted()) {
    const there = byFrom([...own, ...lacks], day)
    const wanted = wantedOn(day)
    if (holds(there, wanted, company)) continue
    if (wanted) {
      const { id, version, document } = wanted
      lacks.push({ kind, key, from: day, id, version, document })
    } else if (there) lacks.push({ ...there, from: day, document: null, version: endedBy(company, there, day) })
  }
  return lacks
}

/** What a starter gave stays as it was given: a later version of the product does not change the past. */
const holds = (there: Known | undefined, wanted: Wanted | undefined, company: State): boolean => {
  if (!wanted) return !there || there.document === null
  if (!there) return wanted.isUnsaid
  if (there.document === wanted.document) return true
  return wanted.isStarter && there.id === wanted.id && there.document !== null && !isOurs(company, there)
}

/** The fact of that day or the latest before; of two for one day the later word. */
const byFrom = (known: readonly Known[], day: LocalDate): Known | undefined => {
  let found: Known | undefined
  for (const one of known) if (one.from <= day && (!found || found.from <= one.from)) found = one
  return found
}

/** A company may call a setting of its own like a starter. */
const isOurs = ({ settings }: State, { kind, id }: Known): boolean =>
  settings.some((one) => one.kind === kind && one.id === id)

const endedBy = (company: State, known: Known, day: LocalDate): number => wordOn(company, known, day)?.version ?? 0
