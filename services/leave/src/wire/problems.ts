import type { Problem } from '@awayday/kernel'
import type { Rejection as SettingRejection } from '#domain/company/company.ts'
import type { Rejection } from '#domain/person/rejections.ts'

/** What each refusal is for whoever asked. A new one does not compile until it is answered here. */
export const problems: Readonly<Record<Rejection['type'] | 'UnknownPerson', Problem>> = {
  AlreadyDecided: { status: 409, title: 'This request has been decided already' },
  AlreadyStarted: { status: 422, title: 'The leave has already started' },
  BreaksRules: { status: 422, title: 'It breaks rules of the company' },
  CoverAway: { status: 422, title: 'Who is to take the work over is away then' },
  CoverNotAgreed: { status: 409, title: 'Who is to take the work over has not agreed yet' },
  EndBeforeStart: { status: 422, title: 'The last day is before the first' },
  ImportedOtherwise: { status: 409, title: 'It is there already, and says something else' },
  NamedTwice: { status: 422, title: 'A day is named twice, with parts that do not fit into it together' },
  NoBalance: { status: 422, title: 'Nothing of this leave type is counted then' },
  NoCancelAsked: { status: 409, title: 'Nobody has asked to cancel this leave' },
  NoDays: { status: 422, title: 'No day is named' },
  NotAYearEnd: { status: 422, title: 'This is not the last day of a leave year that is over' },
  NotEmployed: { status: 422, title: 'Leave lies within employment' },
  NotEnoughLeft: { status: 409, title: 'There is not enough leave left' },
  NothingToPayOut: { status: 409, title: 'There is nothing to pay out' },
  NotRequested: { status: 404, title: 'There is no such request' },
  NotSickness: { status: 422, title: 'This leave type is no sickness' },
  NotTimes: { status: 422, title: 'Times are minutes of a day, and end after they begin' },
  NotYourDecision: { status: 403, title: 'This is for somebody else to decide' },
  NotYours: { status: 403, title: 'This is for HR, or for whoever approves leave' },
  NoWorkingDay: { status: 422, title: 'These days are free anyway' },
  OtherUnit: { status: 422, title: 'The policy counts in another unit' },
  Overlaps: { status: 409, title: 'There is leave on these days already' },
  OwnCover: { status: 422, title: 'Nobody takes over their own work' },
  OwnDeputy: { status: 422, title: 'Nobody stands in for themselves' },
  OwnLeave: { status: 403, title: 'Nobody decides about their own leave' },
  PartsDisagree: { status: 422, title: 'A single day has one part: whole, morning or afternoon' },
  StillPending: { status: 409, title: 'This request waits for a decision: withdraw or decline it' },
  TooFarAhead: { status: 422, title: 'That is too far ahead' },
  TooLong: { status: 422, title: 'That is too long at once' },
  TooMuchGranted: { status: 409, title: 'It is more than may be granted by hand' },
  TooMuchToPayOut: { status: 409, title: 'It is more than may be paid out' },
  UnknownEntry: { status: 404, title: 'There is no such credit, pay-out or record of work' },
  UnknownLeaveType: { status: 422, title: 'There is no such leave type' },
  UnknownPerson: { status: 404, title: 'There is no such person' },
  ValidTooLong: { status: 422, title: 'It would be valid for longer than may be' },
  WorkOverlaps: { status: 409, title: 'Work on some of these days is recorded already' },
}

/** Of what a company decides for itself. */
export const settingProblems: Readonly<
  Record<SettingRejection['type'] | 'NoPreview' | 'NotAdmin' | 'InvalidDocument', Problem>
> = {
  CalendarOfLocation: { status: 422, title: 'A calendar is for everybody at the location whose id it has' },
  InvalidDocument: { status: 422, title: 'The document is not as it should be' },
  NoPreview: { status: 422, title: 'Nobody’s figures change by this; rules have a preview of their own' },
  NotAdmin: { status: 403, title: 'This is for admins' },
  OtherLeaveType: { status: 422, title: 'A policy keeps its leave type' },
  SettingsMoved: { status: 409, title: 'Somebody else has saved in between' },
  UnknownSetting: { status: 404, title: 'There is no such setting' },
}

/** Of questions about many people's days. */
export const dayProblems: Readonly<Record<'EndBeforeStart' | 'TooLong' | 'TooManyDays', Problem>> = {
  EndBeforeStart: problems.EndBeforeStart,
  TooLong: problems.TooLong,
  TooManyDays: { status: 422, title: 'That is too much at once: ask for fewer people, or fewer days' },
}

/** Of years that are closed for everybody. */
export const yearProblems: Readonly<Record<'EndBeforeStart' | 'TooLong' | 'NotHr', Problem>> = {
  EndBeforeStart: problems.EndBeforeStart,
  TooLong: problems.TooLong,
  NotHr: { status: 403, title: 'This is for HR and admins' },
}
