/** Who works in the company that moves. Ids. */
export type Company = {
  readonly tenant: string
  readonly admin: string
  /** Everybody's approver but the admin's. */
  readonly approver: string
  readonly employees: readonly string[]
  readonly team: string
  readonly location: string
}

/** The one company that a demo sign-in opens. */
export const TENANT = 'demo'
