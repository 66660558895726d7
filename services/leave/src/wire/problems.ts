import type { Problem } from '@awayday/kernel'
import type { Rejection } from '#domain/rejections.ts'

/** What each refusal is for whoever asked. A new one does not compile until it is answered here. */
export const problems: Readonly<Record<Rejection['type'] | 'UnknownPerson', Problem>> = {
  AlreadyDecided: { status: 409, title: 'This request has been decided already' },
  AlreadyStarted: { status: 422, title: 'The leave has already started' },
  EndBeforeStart: { status: 422, title: 'The last day is before the first' },
  NoWorkingDay: { status: 422, title: 'These days are free anyway' },
  NotEmployed: { status: 422, title: 'Leave lies within employment' },
  NotEnoughLeft: { status: 409, title: 'There is not enough leave left' },
  NotRequested: { status: 404, title: 'There is no such request' },
  NotYourDecision: { status: 403, title: 'Only the person may withdraw a request' },
  Overlaps: { status: 409, title: 'There is leave on these days already' },
  OwnLeave: { status: 403, title: 'Nobody decides about their own leave' },
  PartsDisagree: { status: 422, title: 'A single day has one part: whole, morning or afternoon' },
  StillPending: { status: 409, title: 'This request waits for a decision: withdraw or decline it' },
  TooLong: { status: 422, title: 'That is too long at once' },
  UnknownLeaveType: { status: 422, title: 'There is no such leave type' },
  UnknownPerson: { status: 404, title: 'There is no such person' },
}
