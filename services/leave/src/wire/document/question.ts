import * as v from 'valibot'
import { datesEntries } from './dates.ts'
import { withDates } from './leave.ts'
import { described, either, fields, maybe, noneOf, oneOf, setting } from './setting.ts'
import { amount, date, flag, id, list, personId, positive } from './values.ts'

const asks = <const Ask extends string>(ask: Ask, what: string) => ({
  id: maybe("The answer's name.", id),
  ask: described(what, v.literal(ask)),
})
const who = { person: described('Of whom.', personId) }
const ofType = { ...who, leaveType: described('Of which kind of leave.', id) }
const asKnown = { knownOn: maybe('As it was known on that day. null: as it is known now.', date) }
const span = {
  first: described('The first day.', date),
  last: v.optional(described('The last day; the first one where it is left out.', date)),
}
const stored = { leave: maybe('Of a leave in the document, by its id, in place of dates.', id) }

/** Dates of their own, or a leave of the document. */
const dated = <Entries extends v.ObjectEntries>(entries: Entries) => fields({ ...entries, ...stored, ...datesEntries })

const questions = [
  dated({ ...asks('charge', 'What leave costs: in all, by day, by month, by year.'), ...ofType }),
  fields({
    ...asks('grants', 'What is granted and accrued, by date and by lot.'),
    ...ofType,
    ...asKnown,
    from: maybe('From this day on. null: from the beginning.', date),
    until: described('Up to this day.', date),
  }),
  fields({
    ...asks(
      'proration',
      'What the plan pays in the leave year of a day, as far as a yearly cap lets it, and for which periods.',
    ),
    ...ofType,
    ...asKnown,
    on: described('A day of the leave year.', date),
  }),
  fields({
    ...asks('carryOver', 'What was carried over, kept and forfeited at the last carry-over up to a day.'),
    ...ofType,
    ...asKnown,
    on: described('The day.', date),
  }),
  fields({
    ...asks('losses', 'What will be lost by when if nothing more is taken.'),
    ...ofType,
    ...asKnown,
    on: described('Seen from this day.', date),
    until: described('Up to this day.', date),
  }),
  fields({
    ...asks('balance', 'The figures as of a day, by lot and by entry.'),
    ...ofType,
    ...asKnown,
    on: described('The day.', date),
  }),
  fields({
    ...asks('balances', 'The figures as of several days, past or future.'),
    ...ofType,
    ...asKnown,
    on: described('The days.', list(date)),
  }),
  dated({
    ...asks('whatIf', 'The balances of some days, with and without these days of leave.'),
    ...ofType,
    on: described('The days to show.', list(date)),
  }),
  fields({
    ...asks(
      'usable',
      'How much can be used in a span: each lot only as far as working time up to its last usable day allows.',
    ),
    ...ofType,
    ...asKnown,
    ...span,
  }),
  dated({
    ...asks(
      'allowed',
      'Whether leave may be asked for, and why not. With "leave": whether that leave may be changed to these dates.',
    ),
    ...ofType,
    askedOn: maybe('The day it is asked for. null: the first day of the leave.', date),
    by: maybe('Who enters it. null: the person.', personId),
    override: setting(
      'Who enters it passes over what rules let them pass over; if they are "hr", "admin" or "manager", or approve for the person on the day it is asked for, over the balance too, but not their own.',
      flag,
      false,
    ),
    reason: setting('Whether a reason is given.', flag, false),
    certificate: setting('Whether there is a certificate.', flag, false),
    cover: maybe('The colleague who takes the work over.', personId),
  }),
  fields({
    ...asks('overlap', 'Whether and how far two leaves overlap: none, partial, full; measured on the first.'),
    one: described('The new one.', withDates({})),
    other: described('The one that is there.', withDates({})),
  }),
  dated({
    ...asks('clashes', 'Which leave of the person these dates overlap.'),
    ...who,
    leaveType: maybe(
      'Of which kind of leave they are: what sickness of this kind may give back is no clash. null: all leave counts.',
      id,
    ),
  }),
  fields({
    ...asks('away', 'Who is away when.'),
    ...span,
    ...asKnown,
    persons: maybe('Only these people.', list(personId)),
    teams: maybe('Only people of these teams.', list(id)),
    departments: maybe('Only people of these departments, and of those below.', list(id)),
    locations: maybe('Only people of these locations.', list(id)),
    labels: maybe('Only people with one of these labels.', list(id)),
    leaveTypes: maybe('Only leave of these types.', list(id)),
    statuses: setting('Accepted leave, pending leave, or both.', list(oneOf(['accepted', 'pending'])), ['accepted']),
    viewer: maybe('Who looks: sees what the privacy of each type lets them. null: all is shown.', personId),
  }),
  fields({
    ...asks('day', 'What each slot of each day is: work, leave, sickness, holiday, closing or free.'),
    ...who,
    ...span,
  }),
  fields({
    ...asks('blackoutDays', 'Days on which rules let nobody be away.'),
    ...who,
    ...span,
    leaveType: maybe('With this kind of leave. null: any.', id),
  }),
  fields({ ...asks('work', 'Working days and time of a span, with and without holidays.'), ...who, ...span }),
  fields({
    ...asks('approval', 'How far the approval of a leave is on a day, whom it waits for, and its deadlines.'),
    ...who,
    leave: described('Which leave, by its id.', id),
    on: described('The day.', date),
  }),
  fields({
    ...asks('payOut', 'Whether an amount may be paid out, and its worth in money.'),
    ...ofType,
    on: described('The day.', date),
    amount: described(
      'How much, or "all" that may be.',
      either([oneOf(['all']), positive], 'is neither "all" nor an amount'),
    ),
  }),
  fields({
    ...asks('credit', 'Whether a grant by hand or a correction is allowed.'),
    ...ofType,
    source: setting('What it is.', oneOf(['manual', 'opening', 'correction', 'toil', 'bought']), 'correction'),
    amount: described('How much; below zero takes away.', amount),
    from: described('The first usable day.', date),
    until: maybe('The last usable day. null: as the policy says.', date),
    overriddenBy: maybe('Who overrides what forbids it.', personId),
  }),
  fields({
    ...asks('closeYear', 'What closing a leave year pins, and what goes over.'),
    ...ofType,
    last: described("The year's last day.", date),
  }),
  fields({
    ...asks(
      'bradford',
      'The Bradford factor of the 52 weeks up to a day: spells x spells x days. Days with nothing but free ones between them are one spell.',
    ),
    ...who,
    on: described('The day.', date),
    leaveTypes: maybe('Of leave of these types. null: of all that are sickness.', list(id)),
  }),
  fields({
    ...asks(
      'preview',
      'Which leave in the document the rules would have refused, each held against what came before it.',
    ),
    rules: maybe('Only these rules, by id. null: all.', list(id)),
  }),
  fields({
    ...asks('history', 'What happened to a leave, and what it costs now.'),
    ...who,
    leave: described('Which leave, by its id.', id),
  }),
] as const

const known = questions.map((one) => one.entries.ask.literal)

/** A question, told by its "ask". */
export const question = v.variant('ask', questions, ({ input }) => noneOf(known, input))

export type WrittenQuestion = v.InferOutput<typeof question>
