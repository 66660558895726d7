import type { Requests, Status } from '../history/leave-history.ts'
import { type Visitor, visitor } from '../load/visitor.ts'
import type { Company } from '../product/company.ts'

/** What people are shown when all is quiet. */
export type Seen = {
  readonly people: unknown
  readonly waiting: unknown
  readonly calendar: unknown
  readonly byPerson: Readonly<Record<string, { readonly requests: Requests; readonly balances: unknown }>>
}

/** Asks for everything that a move must not change. `lastDay`: balances as of today, and as of then. */
export const seenByPeople = async (urlOf: () => string, company: Company, lastDay: string): Promise<Seen> => {
  const as = (person: string): Visitor => visitor(urlOf, person)
  const approver = as(company.approver)
  const byPerson: Record<string, Seen['byPerson'][string]> = {}
  for (const person of company.employees) {
    const own = as(person)
    const { body } = await own.ask('GET /v1/leave/requests')
    const { requests } = body as { readonly requests: readonly { readonly id: string; readonly status: Status }[] }
    const balances = [await own.ask('GET /v1/leave/balances'), await own.ask(`GET /v1/leave/balances?on=${lastDay}`)]
    byPerson[person] = {
      requests: Object.fromEntries(requests.map(({ id, status }) => [id, status])),
      balances: balances.map((answered) => answered.body),
    }
  }
  const shown = async (who: Visitor, query: string): Promise<unknown> => (await who.graphql(query, {})).body
  const year = Number(lastDay.slice(0, 4))
  return {
    people: await shown(approver, '{ people { id name roles joined left } }'),
    waiting: await shown(approver, '{ waitingRequests { waiting { request { id person first last status } } } }'),
    calendar: await shown(
      approver,
      `{ teamCalendar(team: "${company.team}", first: "${year}-01-01", last: "${year}-03-31") { away { person first last status } } }`,
    ),
    byPerson,
  }
}
