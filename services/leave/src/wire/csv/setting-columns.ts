import { columns } from '@awayday/csv'
import * as v from 'valibot'
import { described, maybe } from '../document/setting.ts'
import { date } from '../document/values.ts'
import { list, name, names, references } from './cells.ts'

const countries = list('countries such as "PT DE"', (word) => (/^[A-Z]{2}$/.test(word) ? word : undefined))
const json = maybe('What it says, as JSON (docs/leave-evaluate.md). Empty: it ends on `from`.', v.string())

/** When a setting holds, and for whom: who is in every list that is there. */
const around = {
  from: described('The day from which it holds, YYYY-MM-DD.', date),
  persons: maybe('Only for these people: ids or mail addresses, apart by spaces.', references),
  teams: maybe('Only for these teams, by id.', names),
  locations: maybe('Only for these locations, by id.', names),
  countries: maybe('Only for these countries: `PT DE`.', countries),
}

export const settingColumns = columns({ id: described('Its id.', name), document: json, ...around })

/** Of what a company has once. */
export const singleColumns = columns({ id: maybe('Its id; `all` when empty.', name), document: json, ...around })

const day = (weekday: string) =>
  maybe(
    `What is worked on ${weekday}: hours \`8\`, times \`09:00-12:30, 13:30-17:00\`, \`whole\`, \`am\`, \`pm\`; nothing when empty.`,
    v.string(),
  )

/** A simple week may be written in columns of its own. */
export const scheduleColumns = columns({
  id: described('Its id.', name),
  document: maybe(
    'What it says, as JSON (docs/leave-evaluate.md), in place of the seven days. Both empty: it ends on `from`.',
    v.string(),
  ),
  mon: day('Mondays'),
  tue: day('Tuesdays'),
  wed: day('Wednesdays'),
  thu: day('Thursdays'),
  fri: day('Fridays'),
  sat: day('Saturdays'),
  sun: day('Sundays'),
  ...around,
})

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
