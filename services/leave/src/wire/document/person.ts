import * as v from 'valibot'
import { credit, leave, payOut, recordedOn } from './leave.ts'
import { schedule } from './schedule.ts'
import { described, either, fields, maybe, setting } from './setting.ts'
import { amount, date, hours, id, list, personId, words } from './values.ts'

const employed = fields({
  from: described('The first day of employment.', date),
  until: maybe('The last day. null: no end is known.', date),
  recordedOn,
})

const placeEntries = {
  location: setting('Whose holidays and closings count.', id, 'office'),
  department: setting('The department.', id, 'company'),
  team: setting('The team.', id, 'everybody'),
  labels: setting('Free tags, which rules may name.', list(id), []),
  approver: maybe('Who approves for them.', personId),
}
const places = either(
  [
    v.pipe(
      fields(placeEntries),
      v.transform((place) => [{ from: null, recordedOn: null, ...place }]),
    ),
    list(fields({ from: maybe('From this day on. null: from the beginning.', date), recordedOn, ...placeEntries })),
  ],
  'is neither a place nor a list of places with "from"',
)

/** Text is the name of one of the document's, or weekdays; which of the two is seen when names are looked up. */
const scheduleOrName = either(
  [
    described(
      'A schedule of the document by name, or weekdays such as "mon-fri".',
      v.pipe(
        words,
        v.transform((name) => ({ name })),
      ),
    ),
    v.pipe(
      schedule,
      v.transform((written) => ({ written })),
    ),
  ],
  'is neither a name nor a schedule',
)
const schedules = either(
  [
    v.pipe(
      list(
        fields({
          from: maybe('From this day on. null: from the beginning.', date),
          schedule: described('Which.', scheduleOrName),
          recordedOn,
        }),
      ),
    ),
    v.pipe(
      scheduleOrName,
      v.transform((one) => [{ from: null, recordedOn: null, schedule: one }]),
    ),
  ],
  'is neither a schedule nor a list of {"from", "schedule"}',
)

const applied = either(
  [
    v.pipe(
      id,
      v.transform((policy) => ({ policy, from: null, recordedOn: null })),
    ),
    fields({
      policy: described('A policy of the document, by name.', id),
      from: maybe(
        'From this day on, in place of any other of the same leave type. null: from the day of joining.',
        date,
      ),
      recordedOn,
    }),
  ],
  'is neither the name of a policy nor {"policy", "from"}',
)

const carry = either(
  [
    v.pipe(
      amount,
      v.transform((n) => [n]),
    ),
    list(amount),
  ],
  'is neither an amount nor a list of amounts',
)

/** One person, and all that is known of them. */
export const person = fields({
  id: described('Their name in this document.', personId),
  employment: described(
    'When they are employed: the first day, a period, or several periods in order.',
    either(
      [
        v.pipe(
          date,
          v.transform((from) => [{ from, until: null, recordedOn: null }]),
        ),
        v.pipe(
          employed,
          v.transform((one) => [one]),
        ),
        list(employed),
      ],
      'is neither a date, a period {"from", "until"} nor a list of periods',
    ),
  ),
  places: setting('Where they belong, one place or several from a day on.', places, {}),
  schedules: setting('When they work: a schedule, the name of one, or several from a day on.', schedules, 'mon-fri'),
  policies: setting('Which policies apply to them: names, or {"policy", "from"}.', list(applied), []),
  roles: setting(
    'What they may do in the company: any words that rules name, such as "hr", "admin", "manager".',
    list(id),
    [],
  ),
  deputies: setting(
    'Who decides in their place, and when.',
    list(
      v.pipe(
        fields({
          by: described('Who.', personId),
          first: described('The first day.', date),
          last: described('The last day.', date),
        }),
        v.check(({ first, last }) => first <= last, 'ends before it begins'),
      ),
    ),
    [],
  ),
  leaves: setting('Leave they have asked for or taken.', list(leave), []),
  credits: setting(
    'Entitlement given by hand: grants, opening balances, corrections, TOIL, bought days.',
    list(credit),
    [],
  ),
  payOuts: setting('Entitlement paid out in money.', list(payOut), []),
  worked: setting(
    'Recorded working time; where there is a record, it holds in place of the schedule.',
    list(
      v.pipe(
        fields({
          first: described('The first day.', date),
          last: described('The last day.', date),
          hours: described('The hours worked in all.', hours),
          recordedOn,
        }),
        v.check(({ first, last }) => first <= last, 'ends before it begins'),
      ),
    ),
    [],
  ),
  closedYears: setting(
    'Leave years that are closed, with what goes over: the pinned amount, and later corrections.',
    list(
      fields({
        leaveType: described('The kind of leave.', id),
        last: described("The year's last day, the day before a carry-over.", date),
        carry: described('What goes over.', carry),
        recordedOn,
      }),
    ),
    [],
  ),
})
