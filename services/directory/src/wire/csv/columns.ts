import { isZone } from '@awayday/clock/zone'
import { columns } from '@awayday/csv'
import * as v from 'valibot'
import { isCountry } from '#domain/country.ts'
import { OWN_ROLES, type OwnRole } from '#domain/roles.ts'
import { labels, mail, name } from '../inputs.ts'
import { id, localDate, personId } from '../values.ts'
import { maybe, said } from './cells.ts'

/** One row per person and place. */
export const peopleColumns = columns({
  id: maybe(
    'An id of your own, such as an employee number: letters, digits, - and _. Empty: they are known by their mail address.',
    personId,
  ),
  name: said('Their name.', name()),
  mail: said('Their mail address: one of their own.', mail()),
  team: said('The name of their team. A team that is not there yet is added.', name()),
  teamId: maybe('Its id, where two have one name, or for a new one. Empty: made of the name.', id),
  location: said('The name of where they work. A location that is not there yet is added.', name()),
  locationId: maybe('Its id, as `teamId`.', id),
  country: maybe(
    'Of the location, needed where that is new: ISO 3166-1, `PT`.',
    v.pipe(v.string(), v.check(isCountry, 'is no country: two capital letters, as in ISO 3166-1')),
  ),
  zone: maybe(
    'Of the location, needed where that is new: `Europe/Lisbon`.',
    v.pipe(v.string(), v.check(isZone, 'is no time zone: a name such as Europe/Lisbon')),
  ),
  department: maybe(
    'The name of their department. One that is not there yet is added, below no other. Empty: none.',
    name(),
  ),
  departmentId: maybe('Its id, as `teamId`.', id),
  labels: v.optional(
    said(
      'What rules may know them by, apart by spaces: words of letters, digits, - and _.',
      v.pipe(v.string(), v.transform(wordsIn), labels()),
    ),
    '',
  ),
  approver: maybe(
    'Who decides their requests: an id or a mail address, of somebody here or in the file. Empty: nobody.',
    v.pipe(v.string(), v.regex(/^[^\s]+$/, 'is neither an id nor a mail address')),
  ),
  joined: said('The first day of employment, YYYY-MM-DD.', localDate),
  from: maybe(
    'The day from which team, location, department, labels and approver are these; who has moved has a row for each place. Empty: from the day of joining, or, of somebody who is here, by now.',
    localDate,
  ),
  left: maybe('The last day of employment. Empty: none is known.', localDate),
  roles: v.optional(
    said(
      'Roles to be given besides `employee`: `approver`, `manager`, `hr`, `admin`, apart by spaces. None is ever taken away.',
      v.pipe(
        v.string(),
        v.transform((text) => wordsIn(text).filter((word) => word !== 'employee')),
        v.check((words) => words.every(isGiven), 'are not words of "employee", "approver", "manager", "hr", "admin"'),
        v.transform((words) => words.filter(isGiven)),
      ),
    ),
    '',
  ),
})

function wordsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))]
}

function isGiven(word: string): word is OwnRole | 'admin' {
  return word === 'admin' || OWN_ROLES.some((role) => role === word)
}
