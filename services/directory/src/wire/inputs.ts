import { isId, ROLES } from '@awayday/kernel'
import * as v from 'valibot'
import { id, localDate, personId } from './values.ts'

/** What is asked of the directory, as it arrives. Unknown members are refused. */
export const addLocationInput = command({
  name: name(),
  country: v.string(),
  zone: v.pipe(v.string(), v.maxLength(64)),
})
export const addTeamInput = command({ name: name() })
export const addDepartmentInput = command(departmentMembers())
export const changeDepartmentInput = command({ department: id, ...departmentMembers() })
export const addPersonInput = command({
  name: name(),
  mail: mail(),
  ...placeMembers(),
  joined: localDate,
})
export const movePersonInput = command({ person: personId, from: localDate, ...placeMembers() })
export const endEmploymentInput = command({ person: personId, on: localDate })
export const changeRoleInput = command({ person: personId, role: v.picklist(ROLES) })

/** Up to 100 characters of one line; nothing that a store, a log or a terminal could trip over. */
export function name() {
  return v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => text.isWellFormed() && !CONTROL.test(text), 'holds a character that is no text'),
    v.transform((text) => text.normalize('NFC')),
    v.minLength(1, 'is empty'),
    v.maxLength(100, 'is longer than 100 characters'),
  )
}
/** Control characters, line and paragraph separators, and the marks that turn the direction of what follows. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

export function mail() {
  return v.pipe(v.string(), v.trim(), v.check(isMail, 'not a mail address'))
}

/** As much of RFC 5321 as can be checked without sending one: 64 and 189 characters about one @. */
function isMail(text: string): boolean {
  return text.isWellFormed() && !CONTROL.test(text) && /^[^\s@]{1,64}@[^\s@]{1,189}$/u.test(text)
}

function departmentMembers() {
  return {
    name: name(),
    parent: v.optional(v.nullable(id), null),
    head: v.optional(v.nullable(personId), null),
  }
}

/** Words that events keep for ever, and so no text: of letters, digits, - and _, as ids. */
export function labels() {
  return v.pipe(
    v.array(v.string()),
    v.check((words) => words.every(isId), 'are not words of letters, digits, - and _'),
    v.transform((words): readonly string[] => [...new Set(words)]),
    v.maxLength(20, 'are more than 20'),
  )
}

function placeMembers() {
  return {
    team: id,
    location: id,
    department: v.optional(v.nullable(id), null),
    labels: v.optional(labels(), []),
    approver: v.optional(v.nullable(personId), null),
  }
}

export const importCsvInput = command({ csv: v.string(), dryRun: v.boolean() })
/** A file of 1 MB as JSON, where half of it are quotes and line breaks. */
export const IMPORT_BYTES_MAX = 2_000_000

/** The command id itself is the edge's to check: it is this API's idempotency key. */
function command<Members extends v.ObjectEntries>(members: Members) {
  return v.strictObject({ input: v.strictObject({ commandId: v.string(), ...members }) })
}
