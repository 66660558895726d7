import { columns } from '@awayday/csv'
import * as v from 'valibot'
import type { SettingKind } from '#domain/company/setting.ts'
import { dayPlan } from '../document/day-plan.ts'
import { described, maybe } from '../document/setting.ts'
import { date } from '../document/values.ts'
import { readSetting, type SettingRead } from '../settings.ts'
import { type Known, list, name, names, people } from './cells.ts'

const countries = list('countries such as "PT DE"', (word) => (/^[A-Z]{2}$/.test(word) ? word : undefined))

/** A document with all that is wrong in it. */
const document = (kind: SettingKind) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): SettingRead => {
      const read = readSetting(kind, value)
      if (read.ok) return read.value
      for (const { path, message } of read.error) addIssue({ message: `${path} ${message}` })
      return NEVER
    }),
  )

const json = (kind: SettingKind) =>
  maybe('What it says, as JSON (docs/leave-evaluate.md). Empty: it ends on `from`.', document(kind))

/** When a setting holds, and for whom: who is in every list that is there. */
const around = (known: Known) => ({
  from: described('The day from which it holds, YYYY-MM-DD.', date),
  persons: maybe('Only for these people: ids or mail addresses, apart by spaces.', people(known)),
  teams: maybe('Only for these teams, by id.', names),
  locations: maybe('Only for these locations, by id.', names),
  countries: maybe('Only for these countries: `PT DE`.', countries),
})

export const settingColumns = (kind: SettingKind) => (known: Known) =>
  columns({ id: described('Its id.', name), document: json(kind), ...around(known) })

/** Of what a company has once. */
export const singleColumns = (kind: SettingKind) => (known: Known) =>
  columns({ id: maybe('Its id; `all` when empty.', name), document: json(kind), ...around(known) })

/** A number with a comma is one with a point. */
const plan = v.pipe(
  v.string(),
  v.transform((text) => text.trim().replace(/^(\d+),(\d+)$/, '$1.$2')),
  v.check(
    (text) => v.is(dayPlan, text),
    'is neither hours such as 8 or 7.5, times such as "09:00-12:30, 13:30-17:00", "whole", "am", "pm", "half" nor "off"',
  ),
)
const day = (weekday: string) =>
  maybe(
    `What is worked on ${weekday}: hours \`8\`, times \`09:00-12:30, 13:30-17:00\`, \`whole\`, \`am\`, \`pm\`; nothing when empty.`,
    plan,
  )

/** A simple week may be written in columns of its own. */
export const scheduleColumns = (known: Known) =>
  columns({
    id: described('Its id.', name),
    document: maybe(
      'What it says, as JSON (docs/leave-evaluate.md), in place of the seven days. Both empty: it ends on `from`.',
      document('schedule'),
    ),
    mon: day('Mondays'),
    tue: day('Tuesdays'),
    wed: day('Wednesdays'),
    thu: day('Thursdays'),
    fri: day('Fridays'),
    sat: day('Saturdays'),
    sun: day('Sundays'),
    ...around(known),
  })

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
