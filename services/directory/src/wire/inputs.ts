import * as v from 'valibot'
import { id, localDate, personId } from './values.ts'

/** What is asked of the directory, as it arrives. Unknown members are refused. */
export const addLocationInput = command({
  name: name(),
  country: v.string(),
  zone: v.pipe(v.string(), v.maxLength(64)),
})
export const addTeamInput = command({ name: name() })
export const addPersonInput = command({
  name: name(),
  mail: mail(),
  ...placeMembers(),
  joined: localDate,
})
export const movePersonInput = command({ person: personId, from: localDate, ...placeMembers() })
export const endEmploymentInput = command({ person: personId, on: localDate })
export const changeRoleInput = command({ person: personId, role: v.picklist(['employee', 'approver', 'admin']) })

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

function placeMembers() {
  return {
    team: id,
    location: id,
    approver: v.optional(v.nullable(personId), null),
  }
}

export const importPeopleInput = command({ csv: v.string(), dryRun: v.boolean() })
/** A file of 1 MB as JSON, where half of it are quotes and line breaks. */
export const IMPORT_BYTES_MAX = 2_000_000

/** The command id itself is the edge's to check: it is this API's idempotency key. */
function command<Members extends v.ObjectEntries>(members: Members) {
  return v.strictObject({ input: v.strictObject({ commandId: v.string(), ...members }) })
}
