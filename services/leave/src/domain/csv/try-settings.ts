import type { LocalDate, PersonId } from '@awayday/kernel'
import { company, type Rejection, type State } from '../company/company.ts'
import type { Saved } from '../company/setting.ts'

export type SettingDraft = { readonly row: number; readonly saved: Saved }

export type SettingsTried = {
  /** What is new, in the order of the rows. */
  readonly created: readonly SettingDraft[]
  readonly unchanged: readonly number[]
  readonly refused: readonly { readonly row: number; readonly refusal: Rejection }[]
}

/**
 * Settings brought in on trial. What was once saved in these very words is known: a file holds a history, and saving its
 * beginning again would undo its end. What a file says twice must have been said twice.
 */
export const trySettings = (
  drafts: readonly SettingDraft[],
  before: State,
  { by, on }: { readonly by: PersonId; readonly on: LocalDate },
): SettingsTried => {
  const known = before.settings.map(({ version, ...saved }) => wordsOf(saved))
  const created: SettingDraft[] = []
  const unchanged: number[] = []
  const refused: SettingsTried['refused'][number][] = []
  let told = before
  for (const draft of drafts) {
    const again = known.indexOf(wordsOf(draft.saved))
    if (again !== -1) {
      known.splice(again, 1)
      unchanged.push(draft.row)
      continue
    }
    const decided = company.decide({ type: 'Save', by, on, seen: told.settings.length, ...draft.saved }, told)
    if (!decided.ok) refused.push({ row: draft.row, refusal: decided.error })
    else if (decided.value.length === 0) unchanged.push(draft.row)
    else {
      told = decided.value.reduce(company.evolve, told)
      created.push(draft)
    }
  }
  return { created, unchanged, refused }
}

/** Where something ends, its leave type is the one it had, whether it is said or not. */
const wordsOf = ({ kind, id, document, from, appliesTo }: Saved): string => {
  const { persons, teams, locations, countries } = appliesTo
  return JSON.stringify([kind, id, document, from, persons, teams, locations, countries])
}
