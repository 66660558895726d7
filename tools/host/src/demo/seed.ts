import { processClock } from '@awayday/clock'
import {
  addDays,
  type Instant,
  inTurns,
  type LocalDate,
  type PersonId,
  parseTenantId,
  type TenantId,
} from '@awayday/kernel'
import type { Host } from '../start-host.ts'
import { company, foundedOn, joinedOn, type Staff, staff, suggested } from './company.ts'
import { type Founded, found, join } from './found.ts'
import { resolver } from './resolve.ts'
import { type Wish, wishesOf } from './wishes.ts'

/** Who the start command suggests to sign in as. */
export const demoPeople = Object.entries(suggested).map(([role, name]) => ({ role, name }))

type Act = (host: Pick<Host, 'invoke'>, tenant: TenantId, founded: Founded) => Promise<void>

/**
 * Lets the demo company live its two years: people join, ask and decide, each on their day, through the same functions as
 * everybody else. Every command has a fixed key, so a start that was cut off goes on where it stopped.
 */
export const seedDemo = async (host: Pick<Host, 'invoke'>, { today }: { readonly today: LocalDate }): Promise<void> => {
  const present = processClock.now()
  const tenant = parseTenantId(company.tenant) as TenantId
  try {
    travelTo(foundedOn(today), '07:00')
    const founded = await found(host, tenant)
    for (const [day, { joins, others }] of daysOf(today)) {
      travelTo(day, '08:00')
      for (const act of joins) await act(host, tenant, founded)
      await inTurns(others, (act) => act(host, tenant, founded), { width: AT_ONCE })
    }
  } finally {
    processClock.travelTo(present)
  }
}

/** The host's functions do not run more often at once. */
const AT_ONCE = 8

/** The clock of the whole process: what the functions write is dated as if it had happened then. */
const travelTo = (day: LocalDate, time: string): void => processClock.travelTo(`${day}T${time}:00.000Z` as Instant)

/** What happens on which day, oldest first. */
const daysOf = (today: LocalDate) => {
  const days = new Map<LocalDate, { readonly joins: Act[]; readonly others: Act[] }>()
  const on = (day: LocalDate) => {
    const acts = days.get(day) ?? { joins: [], others: [] }
    days.set(day, acts)
    return acts
  }
  staff.forEach((member, n) => {
    const joined = joinedOn(foundedOn(today), member)
    on(joined).joins.push((host, tenant, founded) => join(host, tenant, founded, member, joined))
    wishesOf(n + 42, joined, today).forEach((wish, k) => {
      const story = storyOf(member, wish, `seed-${n}-${k}`)
      on(wish.askedOn).others.push(story.ask)
      const settledOn = wish.decidedOn > wish.askedOn ? wish.decidedOn : addDays(wish.askedOn, 1)
      if (wish.fate !== 'pending' && settledOn <= today) on(settledOn).others.push(story.settle)
    })
  })
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** One request from asking to its end. A wish that the rules refuse (not enough left, say) simply does not come true. */
const storyOf = (member: Staff, wish: Wish, key: string): { readonly ask: Act; readonly settle: Act } => {
  let request: unknown
  return {
    ask: async (host, tenant, { people }) => {
      const { leaveType, first, last, firstPart, lastPart, reason } = wish
      const dates = { first, last, firstPart, lastPart }
      const input = { commandId: key, leaveType, dates, ...(reason && { reason }) }
      const asker = { tenant, person: idOf(people, member.name), roles: ['employee'] } as const
      request = (await resolver(host, 'leave')(asker, 'Mutation.requestLeave', { input }))['request']
    },
    settle: async (host, tenant, { people }) => {
      if (!request || wish.leaveType === 'sick') return // sickness waits for nobody
      const person = idOf(people, member.name)
      const input = { commandId: `${key}-${wish.fate}`, person, request }
      const leave = resolver(host, 'leave')
      const decider = {
        tenant,
        person: idOf(people, member.approver ?? HEAD_DECIDER),
        roles: ['approver', 'admin'],
      } as const
      if (wish.fate === 'withdrawn')
        await leave({ tenant, person, roles: ['employee'] }, 'Mutation.withdrawLeave', { input })
      else if (wish.fate === 'declined')
        await leave(decider, 'Mutation.declineLeave', { input: { ...input, answer: NO } })
      else await leave(decider, 'Mutation.approveLeave', { input })
    },
  }
}

/** Who decides for the head of the company. */
const HEAD_DECIDER = 'Clara Jensen'
const NO = 'We deliver that week; could you move it?'

const idOf = (people: ReadonlyMap<string, PersonId>, name: string): PersonId => {
  const id = people.get(name)
  if (!id) throw new Error(`${name} has not joined yet`)
  return id
}
