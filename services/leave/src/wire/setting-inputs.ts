import * as v from 'valibot'
import { appliesTo, settingKind } from './company-events.ts'
import { command, listOf, optional, whole } from './input-parts.ts'
import { id, localDate, personId } from './values.ts'

/** As much as a command carries besides. */
const DOCUMENT_CHARACTERS_MAX = 60_000

/** A list that is null asks nothing, as one that is absent. */
const people = optional(listOf(personId, 1_000))
const names = optional(listOf(id, 1_000))
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'not a country such as PT'))
const countries = optional(listOf(country, 250))

const documentText = v.pipe(v.string(), v.maxLength(DOCUMENT_CHARACTERS_MAX, 'is longer than 60,000 characters'))

const group = v.pipe(
  v.strictObject({ persons: people, teams: names, locations: names, countries }),
  v.transform((lists) => Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== null))),
  appliesTo,
)

const wish = {
  kind: settingKind,
  id,
  document: optional(documentText),
  from: localDate,
  appliesTo: group,
  seen: whole,
}

export const saveSettingInput = command(wish)
export const previewSettingInput = v.strictObject({ input: v.strictObject(wish) })
export const settingSchemaInput = v.strictObject({ kind: settingKind })
export const checkSettingInput = v.strictObject({ kind: settingKind, document: documentText })
export const previewRulesInput = v.strictObject({
  document: documentText,
  from: optional(localDate),
  appliesTo: v.nullish(group, {}),
  first: localDate,
  last: localDate,
})
/** With an id: all that was ever saved of that one. */
export const settingsInput = v.strictObject({ kind: optional(settingKind), id: optional(id) })

const year = v.pipe(v.number(), v.safeInteger(), v.minValue(1900), v.maxValue(2199))
export const publicHolidaysInput = v.strictObject({
  country,
  region: optional(v.pipe(v.string(), v.regex(/^[A-Z0-9-]{1,10}$/, 'not a region such as BY'))),
  firstYear: optional(year),
  lastYear: optional(year),
})
