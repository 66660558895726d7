import type { ViewRows } from '@awayday/event-sourcing'
import { addDays, type Instant, type LocalDate, type PersonId, type TenantId } from '@awayday/kernel'
import fc from 'fast-check'
import { type AwayRow, NOBODY, type WaitingRow } from '#domain/person/rows.ts'
import { RANGE_DAYS_MAX } from '#domain/time/not-dates.ts'
import type { LeaveViews } from '#ports/leave-views.port.ts'

/** Rows that come and go, and the questions about them, in words small enough that they meet. */
export type ViewCall = {
  readonly method: 'away' | 'waits' | 'gone' | keyof LeaveViews
  readonly company: 0 | 1
  readonly team: 'design' | 'design2' | 'd'
  readonly person: string
  readonly request: string
  /** Days after the first of January 2026. */
  readonly from: number
  readonly days: number
}

export const viewCalls: fc.Arbitrary<readonly ViewCall[]> = fc.array(
  fc.record({
    method: fc.constantFrom(
      'away',
      'away',
      'waits',
      'waits',
      'gone',
      'awayBetween',
      'awayBetween',
      'waitingFor',
      'waiting',
    ),
    company: fc.constantFrom(0, 0, 0, 1),
    team: fc.constantFrom('design', 'design', 'design2', 'd'),
    person: fc.constantFrom('ana', 'ana-', 'ben', NOBODY),
    request: fc.constantFrom('r1', 'r2', 'r10'),
    from: fc.oneof(fc.nat(40), fc.nat(800)),
    days: fc.oneof(fc.nat(20), fc.constantFrom(0, RANGE_DAYS_MAX - 2, RANGE_DAYS_MAX - 1)),
  }),
  { minLength: 3, maxLength: 25, size: 'max' },
)

type Shown = { readonly name: string; readonly rows: ViewRows; readonly views: LeaveViews }

/** Answers the calls of one list in one store; each list has companies of its own, whose names run together. */
export const tellingViews = (mark: string) => (shown: Shown, list: number) => {
  const put = async (tenant: TenantId, id: string, doc?: AwayRow | WaitingRow): Promise<boolean> => {
    const there = await shown.rows.load(tenant, id)
    const version = (there?.version ?? 0) + 1
    const content = doc ? { doc } : { purgeAt: '2126-05-04T08:00:00.000Z' as Instant }
    return shown.rows.save(tenant, { id, version, ...content }, there?.version)
  }

  return async ({ method, company, team, person, request, from, days }: ViewCall): Promise<unknown> => {
    const tenant = `${mark}${list}${company === 0 ? '' : 'x'}` as TenantId
    const first = addDays('2026-01-01' as LocalDate, from)
    const last = addDays(first, days)
    const approver = person as PersonId
    const who = { person: 'ana' as PersonId, request: request as AwayRow['request'] }
    const waits = `waiting/${approver}/ana/${request}`
    switch (method) {
      case 'away': {
        const parts = { first, firstPart: 'whole', last, lastPart: 'am' } as const
        const row: AwayRow = { ...who, ...parts, team, leaveType: 'vacation', status: 'pending', approvers: [approver] }
        return put(tenant, `away/${team}/${last}/ana/${request}`, row)
      }
      case 'waits':
        return put(tenant, waits, { ...who, approver, askedOn: first, cover: days % 2 === 0 })
      case 'gone':
        return put(tenant, waits)
      case 'awayBetween':
        return inOrder(shown.views.awayBetween(tenant, team, first, last))
      case 'waitingFor':
        return inOrder(shown.views.waitingFor(tenant, approver))
      case 'waiting':
        return inOrder(shown.views.waiting(tenant))
    }
  }
}

/** No order is promised. */
const inOrder = async (rows: Promise<readonly object[]>): Promise<readonly string[]> =>
  (await rows).map((row) => JSON.stringify(row)).sort()
