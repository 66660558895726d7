import type { LeaveEvent } from '#domain/published-facts.ts'

/** What a record tells. `nth`: what makes the id of the message one of its record's. */
export type Message = { readonly nth: string; readonly fact: LeaveEvent }
