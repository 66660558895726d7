import { type LocalDate, type PersonId, parseLocalDate, parsePersonId, weekday } from '@awayday/kernel'
import { expect } from 'vitest'
import type { Dates } from '../time/absence.ts'
import { type Approval, evolveAll } from './approval.ts'
import {
  ALWAYS,
  type ApprovalRules,
  type Approver,
  type Condition,
  type Level,
  STANDARD_APPROVAL,
} from './approval-rules.ts'
import type { ApprovalCommand } from './command.ts'
import { decide } from './decide.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office, Presence } from './office.ts'
import type { Deputy, Member, Organisation, Post } from './organisation.ts'
import type { ApprovalRejection } from './rejections.ts'
import { start } from './start.ts'
import type { Wish } from './wish.ts'

export const day = (text: string): LocalDate => known(parseLocalDate(text), text)
const who = (text: string): PersonId => known(parsePersonId(text), text)

/**
 * Ana of the export department asks; Ben approves for her, and Clara for Ben. Hal leads sales, above export; Clara leads the
 * company. Dora is of HR, Emil an admin. Gus is a colleague. Everybody is employed since 2020, and works Monday to Friday.
 */
export const ana = who('ana')
export const ben = who('ben')
export const clara = who('clara')
export const dora = who('dora')
export const emil = who('emil')
export const gus = who('gus')
export const hal = who('hal')

export const member = (
  person: PersonId,
  approver: PersonId | null,
  more: Partial<Post & Pick<Member, 'roles' | 'employment'>> = {},
): Member => {
  const { roles = [], employment = [{ from: day('2020-01-01'), until: null }], ...post } = more
  const place = { from: day('2020-01-01'), location: 'lisbon', department: 'company', team: 'all', labels: [] }
  return { person, places: [{ ...place, approver, ...post }], employment, roles }
}

export const company = (members: readonly Member[] = [], deputies: readonly Deputy[] = []): Organisation => ({
  people: Object.fromEntries([...EVERYBODY, ...members].map((it) => [it.person, it])),
  departments: {
    company: { parent: null, head: clara },
    sales: { parent: 'company', head: hal },
    export: { parent: 'sales', head: null },
  },
  deputies,
})

const EVERYBODY = [
  member(ana, ben, { department: 'export' }),
  member(ben, clara, { department: 'sales' }),
  member(clara, null),
  member(dora, clara, { roles: ['hr'] }),
  member(emil, clara, { roles: ['admin'] }),
  member(gus, ben, { department: 'export' }),
  member(hal, clara, { department: 'sales' }),
]

/** `away('ben', '2026-06-02', '2026-06-05')`: who is on leave when; on other weekdays everybody works. */
export const away =
  (...leaves: readonly { readonly who: PersonId; readonly first: string; readonly last: string }[]): Presence =>
  (person, on) => {
    if (weekday(on) > 5) return 'free'
    return leaves.some((leave) => leave.who === person && leave.first <= on && on <= leave.last) ? 'away' : 'works'
  }

export const office = (
  rules: Partial<ApprovalRules> = {},
  organisation: Organisation = company(),
  presence: Presence = away(),
): Office => ({ rules: { ...STANDARD_APPROVAL, ...rules }, organisation, presence })

export const approver: Approver = { kind: 'approver', up: 1 }
export const named = (person: PersonId): Approver => ({ kind: 'person', person })
export const role = (name: string): Approver => ({ kind: 'role', role: name })
export const when = (condition: Partial<Condition>): Condition => ({ ...ALWAYS, ...condition })
export const anyOf = (...approvers: readonly Approver[]): Level => ({ approvers, need: 'anyOf', when: ALWAYS })
export const allOf = (...approvers: readonly Approver[]): Level => ({ approvers, need: 'allOf', when: ALWAYS })

/** `dates('2026-07-06', '2026-07-10')`. */
export const dates = (first: string, last = first): Dates => ({
  kind: 'range',
  first: day(first),
  firstPart: 'whole',
  last: day(last),
  lastPart: 'whole',
})

/** A week of vacation in July. */
export const week: Wish = {
  request: 'r1',
  person: ana,
  leaveType: 'vacation',
  dates: dates('2026-07-06', '2026-07-10'),
  charges: [6, 7, 8, 9, 10].map((n) => ({
    day: day(`2026-07-${n < 10 ? '0' : ''}${n}`),
    part: 'whole',
    unit: 'day',
    n: 10_000,
  })),
  cover: null,
  warned: false,
}

/** A Monday. */
export const monday = day('2026-06-01')
export const tuesday = day('2026-06-02')

/** Asked for on Monday; then these words, each by somebody with these roles. */
export const asked = (
  by: Office,
  wish: Wish = week,
): { readonly approval: Approval; readonly events: readonly ApprovalEvent[] } => {
  const started = start(by, wish, { by: wish.person, on: monday })
  if (!started.ok) throw new Error(`refused: ${JSON.stringify(started.error)}`)
  return { approval: known(evolveAll(null, started.value), 'an approval'), events: started.value }
}

export const says = <Type extends ApprovalCommand['type']>(type: Type, by: PersonId, as: readonly string[] = []) => ({
  type,
  by,
  on: tuesday,
  as,
})

/** `given(office, approve(ben)).when(approve(ben)).yields()` */
export const given = (by: Office, wish: Wish, ...commands: readonly ApprovalCommand[]) => {
  const before = commands.reduce((approval, command) => {
    const decided = decide(by, approval, command)
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`)
    return known(evolveAll(approval, decided.value), 'an approval')
  }, asked(by, wish).approval)
  return {
    approval: before,
    when: (command: ApprovalCommand) => {
      const decided = decide(by, before, command)
      return {
        yields: (...events: readonly ApprovalEvent[]) => expect(decided).toEqual({ ok: true, value: events }),
        refuses: (error: ApprovalRejection) => expect(decided).toEqual({ ok: false, error }),
      }
    },
  }
}

function known<T>(value: T | null | undefined, text: string): T {
  if (value === null || value === undefined) throw new Error(`not there: ${text}`)
  return value
}
