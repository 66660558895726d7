import * as v from 'valibot'
import { datesEntries, datesMistake } from './dates.ts'
import { described, either, fields, maybe, oneOf, setting } from './setting.ts'
import { amount, date, flag, hours, id, list, part, personId, positive } from './values.ts'

/** Refuses dates that are written twice or not at all, at the member that is wrong. */
export const withDates = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    fields({ ...entries, ...datesEntries }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const mistake = datesMistake(dataset.value)
      if (!mistake) return
      const { member: key, message } = mistake
      addIssue({
        message,
        path: [{ type: 'object', origin: 'value', input: { ...dataset.value }, key, value: undefined }],
      })
    }),
  )

/** When something became known; for questions as of an earlier day. */
export const recordedOn = maybe(
  'The day it became known; before, questions with "knownOn" do not see it. null: always known.',
  date,
)

const chargedDay = {
  date: described('The day.', date),
  part: setting('How much of it.', part, 'whole'),
}
const charge = either(
  [
    fields({ ...chargedDay, amount: described("What it costs, in the policy's unit.", positive) }),
    fields({
      ...chargedDay,
      hours: described("What it costs in working time; a policy in days counts that day's share.", hours),
    }),
  ],
  'is neither {"date", "amount"} nor {"date", "hours"}',
)

const verdicts = [
  'approve',
  'decline',
  'withdraw',
  'cancel',
  'approveCancel',
  'declineCancel',
  'keep',
  'agreeToCover',
  'refuseToCover',
] as const

const decision = fields({
  on: described('The day.', date),
  by: described('Who.', personId),
  verdict: described(
    'approve, decline: what waits for it. withdraw: before the decision. cancel: after it, or the wish to, where that waits for approval: then approveCancel, declineCancel, or keep by who asked. agreeToCover, refuseToCover: by the cover.',
    oneOf(verdicts),
  ),
})

/** Leave that somebody has asked for or taken, and what became of it. */
export const leave = withDates({
  id: v.optional(described('Its name, for questions. Left out: "leave-1", "leave-2" … of the person.', id)),
  leaveType: described('The kind of leave.', id),
  status: v.optional(
    described(
      'What it is now, whatever was decided when. Left out: what "decisions" make of it, or approved where there are none.',
      oneOf([
        'approved',
        'pending',
        'partlyApproved',
        'cancelRequested',
        'declined',
        'withdrawn',
        'cancelled',
        'expired',
      ]),
    ),
  ),
  askedOn: maybe('The day it was asked for. null: recordedOn, or the first day of the leave.', date),
  by: maybe('Who asked for it or entered it. null: the person.', personId),
  charges: v.optional(
    described('What it costs, where the engine shall not count: as it was counted once.', list(charge)),
  ),
  decisions: setting('What was decided, by whom and when.', list(decision), []),
  edits: setting(
    'Changes of its dates, from that day on; where there are "decisions", once they need no approval or have it.',
    list(withDates({ on: described('The day of the change.', date), by: maybe('Who. null: the person.', personId) })),
    [],
  ),
  cancelledDays: setting(
    'Single days, or parts of them, that were taken back.',
    list(
      fields({
        on: described('The day they were taken back.', date),
        by: maybe('Who. null: the person.', personId),
        date: described('The day of leave.', date),
        part: setting('How much of it.', part, 'whole'),
      }),
    ),
    [],
  ),
  certificate: setting(
    'Of sickness: whether there is a sick note; or the days that it covers.',
    v.union([flag, fields({ first: date, last: date })], 'is neither true, false nor {"first", "last"}'),
    false,
  ),
  reason: setting('Whether a reason was given.', flag, false),
  cover: maybe('The colleague who takes the work over.', personId),
  recordedOn,
})

export const credit = fields({
  leaveType: described('The kind of leave.', id),
  source: setting('Where it comes from.', oneOf(['manual', 'opening', 'correction', 'toil', 'bought']), 'manual'),
  amount: described("How much, in the policy's unit; below zero takes away.", amount),
  from: described('The first usable day.', date),
  until: maybe('The last usable day. null: as the policy says of what it grants on that day.', date),
  recordedOn,
})

export const payOut = fields({
  leaveType: described('The kind of leave.', id),
  on: described('The day.', date),
  amount: described("How much, in the policy's unit.", positive),
  recordedOn,
})
