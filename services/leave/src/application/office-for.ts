import { FIRST_DATE, type LocalDate, type PersonId, type TenantId } from '@awayday/kernel'
import type { ApprovalRules, Step } from '#domain/approval/approval-rules.ts'
import type { Doing } from '#domain/approval/command.ts'
import type { Office } from '#domain/approval/office.ts'
import { headsOver, type Member, type Organisation } from '#domain/approval/organisation.ts'
import { isOpen } from '#domain/approval/passing.ts'
import { presenceBy } from '#domain/approval/presence.ts'
import { LAST_RESORT } from '#domain/approval/upwards.ts'
import type { Facts, Leave } from '#domain/facts/facts.ts'
import type { LeaveType } from '#domain/leave-type/leave-type.ts'
import { approversFrom, departmentsFrom, isKnown, notEmployedOn } from '#domain/person/employment.ts'
import { memberOf } from '#domain/person/office-of.ts'
import { maySee } from '#domain/person/who-may.ts'
import { sightOf } from '#domain/privacy/sight.ts'
import type { World } from '#ports/world.ts'
import { WHOEVER } from '#wire/whoever.ts'
import { type Told, tellPerson } from './person-stream.ts'

/** Who decides about somebody's leave, as far as anything asks: `on` which day, by whom (null: time), and who is to take the work over. */
export type Deciders = { readonly on: LocalDate; readonly by: Doing | null; readonly cover: PersonId | null }

type Settings = Pick<Organisation, 'departments'> & {
  readonly rules: ApprovalRules
  readonly leaveTypes: readonly LeaveType[]
}

/**
 * Who is asked, and when they work: read from their own streams, upwards only as far as the rules and what waits may ask. Usually that is the
 * stream of one approver; all of the line where requests escalate, and who leads the departments where a rule asks for them or nobody is
 * further up. Roles are the directory's: whoever acts brings theirs along, and `WHOEVER` stands for all others who hold one.
 */
export const officeFor = async (
  world: Pick<World, 'store' | 'documents'>,
  tenant: TenantId,
  told: Told,
  { rules, departments, leaveTypes }: Settings,
  { on, by, cover }: Deciders,
): Promise<Office> => {
  const { state } = told
  const open = state.requests.map(({ approval }) => approval).filter(isOpen)
  const [since = on] = [on, ...open.map(({ waiting }) => waiting.asked)].sort()
  const steps: readonly Step[] = [...rules.levels, ...state.requests.flatMap(({ approval }) => approval.levels)]
  const escalates =
    rules.escalateAfter !== null ||
    rules.onExpiry === 'escalated' ||
    open.some(({ waiting }) => waiting.raised.length > 0)
  const asked = steps.flatMap(({ approvers }) => approvers)
  const up = Math.max(1, ...asked.map((one) => (one.kind === 'approver' ? one.up : 1)))
  const named = asked.flatMap((one) => (one.kind === 'person' ? [one.person] : []))
  const headed = asked.flatMap((one) =>
    one.kind === 'head' ? (one.department ?? departmentsFrom(state.employment, since)) : [],
  )
  const covers = [cover, ...open.map(({ waiting }) => waiting.cover?.person ?? null)].filter((one) => one !== null)

  const people = new Map<PersonId, Told>([[state.owner, told]])
  const meet = async (some: readonly PersonId[]): Promise<readonly Told[]> => {
    const strangers = [...new Set(some)].filter((person) => !people.has(person))
    const found = await Promise.all(strangers.map((person) => tellPerson(world, tenant, person)))
    for (const one of found) people.set(one.state.owner, one)
    return found
  }
  /** From these people up, until enough of them are there to be asked. */
  const climb = async (some: readonly PersonId[], enough: number): Promise<void> => {
    let next = some
    for (let n = 1; next.length > 0; n++) {
      const found = await meet(next)
      const missing = found.some((one) => notEmployedOn(one.state.employment, since, on) !== undefined)
      if (n >= enough && !escalates && !missing) return
      next = found.flatMap((one) => approversAt(one, since))
    }
    // Nobody is further up: who leads the departments is asked.
    const theirs = [...people.values()].flatMap(({ state: { employment } }) => departmentsFrom(employment, since))
    const heads = headsOver(departments, theirs).filter((head) => !people.has(head))
    if (heads.length > 0) await climb(heads, 1)
  }
  await climb(approversAt(told, since), up)
  const others = [...named, ...headsOver(departments, headed)]
  if (others.length > 0) await climb(others, 1)
  await meet(covers)
  for (let last = [...people.values()]; last.length > 0; )
    last = [...(await meet(last.flatMap((one) => deputiesFrom(one, since))))]

  const known = [...people.values()].filter(({ state: { employment } }) => isKnown(employment))
  const roles = (person: PersonId) => (person === by?.by ? by.as : [])
  const members = [
    ...known.map((one) => memberOf(one.state, roles(one.state.owner))),
    ...(by && !people.has(by.by) ? [always(by.by, by.as)] : []),
    always(WHOEVER, [...LAST_RESORT, ...asked.flatMap((one) => (one.kind === 'role' ? [one.role] : []))]),
  ]
  return {
    rules,
    organisation: {
      people: Object.fromEntries(members.map((member) => [member.person, member])),
      departments,
      deputies: known.flatMap(({ state: { owner, deputies } }) =>
        deputies.map(({ deputy, first, last }) => ({ of: owner, by: deputy, first, last })),
      ),
    },
    presence: presenceBy(
      new Map(
        known.map((one) => [one.state.owner, one.state.owner === cover ? factsSeen(one, by, leaveTypes) : one.facts]),
      ),
    ),
  }
}

/** Hidden leave is for the colleague to say, who is asked whether they take the work over: nobody finds it by naming them. */
const factsSeen = ({ state, facts }: Told, by: Doing | null, leaveTypes: readonly LeaveType[]): Facts => {
  if (by === null || maySee(state, by)) return facts
  const isSeen = ({ leaveType, status }: Leave) => {
    const type = leaveTypes.find(({ id }) => id === leaveType)
    return sightOf({ person: state.owner, status, approvers: [] }, type, { by: by.by, byHr: false }) !== 'nothing'
  }
  return { ...facts, leaves: facts.leaves.filter(isSeen) }
}

const approversAt = ({ state }: Told, since: LocalDate): readonly PersonId[] =>
  approversFrom(state.employment, since).filter((approver) => approver !== null)

const deputiesFrom = ({ state }: Told, since: LocalDate): readonly PersonId[] =>
  state.deputies.flatMap(({ deputy, last }) => (since <= last ? [deputy] : []))

/** Somebody of whom only the roles matter: they are signed in. */
const always = (person: PersonId, roles: readonly string[]): Member => ({
  person,
  places: [],
  employment: [{ from: FIRST_DATE, until: null }],
  roles,
})
