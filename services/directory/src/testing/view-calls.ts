import type { ViewRows } from '@awayday/event-sourcing'
import type { Instant, TenantId } from '@awayday/kernel'
import fc from 'fast-check'
import type { DirectoryViews } from '#ports/directory-views.port.ts'

/** Rows that come and go, and the questions about them, in words small enough that they meet. */
export type ViewCall = {
  readonly method: 'shown' | 'gone' | keyof DirectoryViews
  readonly company: 0 | 1
  readonly row: number
  readonly what: number
}

const IDS = ['ana', 'ana-', 'ana2', 'a']
const place = (what: number) => ({
  places: [{ from: '2026-01-01', team: `t${what}`, location: 'l1', department: null, labels: ['é'], approver: null }],
  lastDay: what === 1 ? '2026-06-30' : null,
})
/** A row of a kind, for each id. */
const ROWS: readonly ((id: string, what: number) => readonly [string, object])[] = [
  (id, what) => [`person/${id}/place`, place(what)],
  (id, what) => [`person/${id}/roles`, { roles: what === 0 ? ['hr'] : ['approver', 'hr'] }],
  (id) => [`person/${id}/admin`, {}],
  (id, what) => [`team/${id}`, { name: `Zoë’s ${what}` }],
  (id, what) => [`department/${id}`, { name: 'Sales', parent: what === 0 ? null : 'd0', head: null }],
  (id) => [`location/${id}`, { name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon' }],
]

export const viewCalls: fc.Arbitrary<readonly ViewCall[]> = fc.array(
  fc.record({
    method: fc.constantFrom('shown', 'shown', 'shown', 'gone', 'people', 'people', 'teams', 'departments', 'locations'),
    company: fc.constantFrom(0, 0, 0, 1),
    row: fc.nat(ROWS.length * IDS.length - 1),
    what: fc.nat(2),
  }),
  { minLength: 3, maxLength: 25, size: 'max' },
)

type Shown = { readonly name: string; readonly rows: ViewRows; readonly views: DirectoryViews }

/** Answers the calls of one list in one store; each list has companies of its own, whose names run together. */
export const tellingViews = (mark: string) => (shown: Shown, list: number) => {
  const put = async (tenant: TenantId, id: string, doc?: object): Promise<boolean> => {
    const there = await shown.rows.load(tenant, id)
    const content = doc ? { doc: { ...doc } } : { purgeAt: '2126-05-04T08:00:00.000Z' as Instant }
    return shown.rows.save(tenant, { id, version: (there?.version ?? 0) + 1, ...content }, there?.version)
  }

  return async ({ method, company, row, what }: ViewCall): Promise<unknown> => {
    const tenant = `${mark}${list}${company === 0 ? '' : 'x'}` as TenantId
    const [id = '', doc] = ROWS[row % ROWS.length]?.(IDS[row % IDS.length] ?? '', what) ?? []
    if (method === 'shown' || method === 'gone') return put(tenant, id, method === 'shown' ? doc : undefined)
    const told = await shown.views[method](tenant)
    return told.map((one) => JSON.stringify(one)).sort() // no order is promised
  }
}
