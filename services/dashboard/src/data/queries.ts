import type { LocalDate } from '@awayday/kernel'
import { queryOptions } from '@tanstack/react-query'
import {
  balancesQuery,
  calendarQuery,
  type Problem,
  previewQuery,
  requestsQuery,
  rosterQuery,
  type Wish,
  waitingQuery,
} from '#api/documents.ts'
import { Broken } from '#api/trouble.ts'
import { ask, fresh } from './backend.ts'

/** Who is who, and what kinds of leave there are. Changes rarely; today's date is in it, so it is read anew now and then. */
export const roster = queryOptions({
  queryKey: ['roster'],
  queryFn: ({ signal }) => ask(rosterQuery, {}, signal),
  staleTime: 60_000,
})

/** Balances of the viewer at the end of a day; `null` is today. */
export const balances = (on: LocalDate | null) =>
  queryOptions({
    queryKey: ['balances', on],
    queryFn: async ({ signal }) => granted((await ask(balancesQuery, { on }, signal)).balances).balances,
  })

/** The viewer's requests, newest first, and never older than what this page has heard of. */
export const requests = queryOptions({
  queryKey: ['requests'],
  queryFn: async ({ signal }) =>
    granted((await ask(requestsQuery, { atLeast: fresh.version() || null }, signal)).leaveRequests).requests,
})

/** What waits for the viewer's decision, oldest first; `more`: besides what is shown. */
export const waiting = queryOptions({
  queryKey: ['waiting'],
  queryFn: async ({ signal }) => {
    const { waiting: shown, more } = granted((await ask(waitingQuery, {}, signal)).waitingRequests)
    return { shown: shown.filter(({ request }) => !fresh.isDecided(request.id)), more }
  },
})

export const calendar = (team: string, first: LocalDate, last: LocalDate) =>
  queryOptions({
    queryKey: ['calendar', team, first],
    queryFn: async ({ signal }) => granted((await ask(calendarQuery, { team, first, last }, signal)).teamCalendar).away,
  })

/** What a wish would cost. Its refusal is an answer too. */
export const preview = (wish: Wish) =>
  queryOptions({
    queryKey: ['preview', wish],
    queryFn: async ({ signal }) => (await ask(previewQuery, { input: wish }, signal)).previewRequest,
    gcTime: 10_000,
  })

/** A page that asks for what it may not see has a defect. */
const granted = <Payload extends { readonly problem: Problem | null }>(payload: Payload): Payload => {
  if (payload.problem) throw new Broken(payload.problem.title)
  return payload
}
