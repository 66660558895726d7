import type { ResultOf, TadaDocumentNode } from 'gql.tada'
import { graphql } from './graphql.ts'

const amount = graphql(`fragment amount on Amount { n text }`)
const problem = graphql(`fragment problem on Problem { type title detail facts }`)
const request = graphql(
  `fragment request on LeaveRequest {
    id person leaveType status first firstPart last lastPart days { day part } amount { ...amount } askedOn decidedBy decidedOn reason answer version
  }`,
  [amount],
)
const away = graphql(`fragment away on Away { person first firstPart last lastPart leaveType status }`)
const balance = graphql(
  `fragment balance on Balance {
    leaveType asOf
    entitled { ...amount } taken { ...amount } booked { ...amount } pending { ...amount } expired { ...amount }
    available { ...amount }
    entries { on kind amount { ...amount } balance { ...amount } event text }
  }`,
  [amount],
)
const payload = graphql(`fragment payload on LeavePayload { request version problem { ...problem } }`, [problem])

export const rosterQuery = graphql(`query Roster {
  company { name today demo }
  me { id name team roles }
  people { id name team joined left }
  teams { id name }
  leaveTypes { id name colour takesFromBalance }
}`)

export const balancesQuery = graphql(
  `query Balances($on: Date) { balances(on: $on) { balances { ...balance } problem { ...problem } } }`,
  [balance, problem],
)

export const requestsQuery = graphql(
  `query Requests($atLeast: Int) { leaveRequests(atLeast: $atLeast) { requests { ...request } problem { ...problem } } }`,
  [request, problem],
)

export const waitingQuery = graphql(
  `query Waiting { waitingRequests {
    waiting {
      request { ...request }
      availableBefore { ...amount } availableAfter { ...amount }
      brokenRules { rule name }
      holidays { day name }
      alsoAway { ...away }
    }
    more
    problem { ...problem }
  } }`,
  [request, amount, away, problem],
)

export const calendarQuery = graphql(
  `query Calendar($team: ID!, $first: Date!, $last: Date!) {
    teamCalendar(team: $team, first: $first, last: $last) { away { ...away } problem { ...problem } }
  }`,
  [away, problem],
)

export const previewQuery = graphql(
  `query Preview($input: PreviewInput!) { previewRequest(input: $input) {
    amount { ...amount } availableBefore { ...amount } availableAfter { ...amount } problem { ...problem }
  } }`,
  [amount, problem],
)

/** The form asks for ranges of whole days and halves. */
export const requestLeave: TadaDocumentNode<
  { readonly done: Payload },
  { readonly input: Wish & { readonly commandId: string; readonly reason: string | null } }
> = graphql(`mutation RequestLeave($input: RequestLeaveInput!) { done: requestLeave(input: $input) { ...payload } }`, [
  payload,
])
export const approveLeave = graphql(
  `mutation ApproveLeave($input: ApproveInput!) { done: approveLeave(input: $input) { ...payload } }`,
  [payload],
)
export const declineLeave = graphql(
  `mutation DeclineLeave($input: DecideInput!) { done: declineLeave(input: $input) { ...payload } }`,
  [payload],
)
export const withdrawLeave = graphql(
  `mutation WithdrawLeave($input: TakeBackInput!) { done: withdrawLeave(input: $input) { ...payload } }`,
  [payload],
)
export const cancelLeave = graphql(
  `mutation CancelLeave($input: TakeBackInput!) { done: cancelLeave(input: $input) { ...payload } }`,
  [payload],
)

export const leaveChanged = graphql(`subscription LeaveChanged { leaveChanged { person version } }`)

export type Roster = ResultOf<typeof rosterQuery>
export type LeaveType = Roster['leaveTypes'][number]
export type Person = Roster['people'][number]
export type Amount = ResultOf<typeof amount>
export type Problem = ResultOf<typeof problem>
export type LeaveRequest = ResultOf<typeof request>
export type Away = ResultOf<typeof away>
export type Balance = ResultOf<typeof balance>
export type Payload = ResultOf<typeof payload>
export type Waiting = ResultOf<typeof waitingQuery>['waitingRequests']['waiting'][number]
/** Parts of a day as the form asks for them; leave that was asked for elsewhere may have others. */
export type DayPart = 'whole' | 'am' | 'pm'
/** Days as the form knows them: a range of whole days and halves. */
export type Span = Pick<LeaveRequest, 'first' | 'last'> & {
  readonly firstPart: DayPart
  readonly lastPart: DayPart
}
export type Wish = Pick<LeaveRequest, 'leaveType'> & { readonly dates: Span }
