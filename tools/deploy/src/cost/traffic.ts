/**
 * What a company's people do, on average of a person and month: the web app's operations by name. An estimate, to compare what two
 * sets of versions cost; a bill will differ.
 */
export const PER_PERSON: Readonly<Record<string, number>> = {
  // An employee looks every other working day, at the first page mostly.
  Roster: 10,
  Balances: 10,
  Requests: 10,
  Calendar: 4,
  // Two leaves in three months, tried twice before they are asked for; one person in ten decides.
  Preview: 3,
  RequestLeave: 0.7,
  Waiting: 2,
  ApproveLeave: 0.6,
  DeclineLeave: 0.05,
  WithdrawLeave: 0.05,
  CancelLeave: 0.1,
  // Asked once a visit; what is paid for is what it hands on.
  LeaveChanged: 10,
}

/** Visits: each gets a token over HTTP. */
export const VISITS_PER_PERSON = 10

/** So long a run is paid for. A guess until somebody has measured an environment: 25 ms of work, and waiting for tables. */
export const RUN_S = 0.1

export const DAYS_OF_MONTH = 30
