import * as v from 'valibot'
import type { AtMost } from '#domain/rules/at-most.ts'
import type { Waiting } from '#domain/rules/waiting.ts'
import { ruleDays } from './rule-days.ts'
import { adjoining, extent, extentOrRequests, measure } from './rule-extent.ts'
import { staffing } from './rule-staffing.ts'
import { described, either, fields, maybe, oneOf, setting } from './setting.ts'
import { id, length, list, positive, whole } from './values.ts'

const kind = <const Kind extends string>(name: Kind, what: string) => ({ kind: described(what, v.literal(name)) })

const lengthLimit = { length: described('The limit, itself allowed.', extent), adjoining }

const step = {
  days: setting('So many days.', positive, 0),
  each: setting(
    'And so many for each day (or minute) of leave. UK law: "days": 1, "each": 2. Together rounded up to whole days.',
    positive,
    0,
  ),
}

const period = either(
  [
    oneOf(['week', 'month', 'quarter', 'year', 'leaveYear', 'ever']),
    fields({ any: described('Any stretch of this length.', length) }),
  ],
  'is neither "week", "month", "quarter", "year", "leaveYear", "ever" nor {"any": "12 months"}',
)

/** What a rule asks, by its kind. */
export const demands = [
  fields({
    ...kind('blackout', 'Nobody may be away.'),
    days: described('On these days.', ruleDays),
    counts: setting(
      'named: every day that leave names; worked: only those the person would work.',
      oneOf(['named', 'worked']),
      'named',
    ),
  }),
  fields({
    ...kind(
      'maxAway',
      'So many may be away at once, whoever asks included. A percentage never keeps the only one from being away.',
    ),
    ...staffing,
  }),
  fields({ ...kind('minimumStaffing', 'So many must stay.'), ...staffing }),
  v.pipe(
    fields({
      ...kind('notice', 'How long before its first day leave must be asked for.'),
      count: setting(
        'calendar: from the 1st to the 8th are 7 days. working: of these days, from the day of asking to the one before the leave, those that the person works.',
        oneOf(['calendar', 'working']),
        'calendar',
      ),
      length: setting('What the length of leave is measured in, for "each" and "atLeast".', measure, 'days'),
      ...step,
      longer: setting(
        'Other notice for longer leave; the last of them that leave is long enough for holds.',
        list(fields({ atLeast: described('For leave of this length or longer.', positive), ...step })),
        [],
      ),
    }),
    v.check(
      ({ longer }) => longer.every(({ atLeast }, n) => (longer[n - 1]?.atLeast ?? -1) < atLeast),
      'has lengths that do not grow',
    ),
  ),
  fields({ ...kind('minimumLength', 'How short leave may be.'), ...lengthLimit }),
  fields({ ...kind('maximumLength', 'How long leave may be.'), ...lengthLimit }),
  v.pipe(
    fields({
      ...kind('waiting', 'Time after joining in which nothing may be taken, or work to be done before.'),
      for: described(
        'A length: leave may begin on the day of joining + length. {"workedDays": 90}: days that the person has worked before it. {"workedHours": 1250, "within": "12 months"}: hours worked in so long before it.',
        either(
          [
            length,
            fields({ workedDays: described('By the schedule from joining on, less accepted leave.', positive) }),
            v.pipe(
              fields({
                workedHours: described(
                  'What is recorded; else what was planned, less leave that does not count as worked.',
                  positive,
                ),
                within: described('In so long before the first day.', length),
              }),
              v.transform(({ workedHours, within }) => ({ workedMinutes: workedHours * 60, within })),
            ),
          ],
          'is neither a length such as "3 months", {"workedDays": 90} nor {"workedHours": 1250, "within": "12 months"}',
        ),
      ),
    }),
    v.transform((waiting): Waiting => waiting),
  ),
  fields({
    ...kind('usedUp', 'Leave that may be taken only once other leave is used up.'),
    leaveTypes: described('The other types; those without a balance ask nothing.', list(id)),
    left: setting(
      'As much may be available of each on the first day, in the unit the engine counts in (days or minutes).',
      positive,
      0,
    ),
  }),
  fields({
    ...kind('apart', 'Leave that may not adjoin leave of other types, pending or accepted.'),
    from: described('The other types.', list(id)),
    adjoining: setting(
      'nextDay: where nothing is worked between them and one begins on the day the other ends or on the next. overFreeDays: whenever nothing is worked between them.',
      oneOf(['nextDay', 'overFreeDays']),
      'overFreeDays',
    ),
  }),
  fields({
    ...kind('eligibility', 'Who may take leave at all.'),
    leastFte: maybe('At least this share of full time: 0.5. null: any.', positive),
    mostFte: maybe('At most this share of full time. null: any.', positive),
    oneOf: maybe('Whoever has one of these labels. null: whatever their labels.', list(id)),
    noneOf: maybe('Whoever has none of these labels. null: whatever their labels.', list(id)),
  }),
  fields({
    ...kind('granularity', 'The smallest piece of leave.'),
    smallest: described(
      'day: whole days only. half: halves as well. {"minutes": 15}: from-to as well, of a length that is a multiple of so many minutes.',
      either(
        [oneOf(['day', 'half']), fields({ minutes: described('The step.', whole(1, 1440)) })],
        'is neither "day", "half" nor {"minutes": 15}',
      ),
    ),
  }),
  fields({
    ...kind(
      'onlyOn',
      'Only these days may be taken, such as floating holidays to choose from. How many of them: "atMost".',
    ),
    days: described('The days.', ruleDays),
  }),
  v.pipe(
    fields({
      ...kind(
        'atMost',
        'So many requests, or so much leave, in a period; all types of leave together that the rule is for, pending leave included.',
      ),
      most: described('How many or how much.', extentOrRequests),
      per: setting(
        'week (from Monday), month, quarter, year: of the calendar. leaveYear: of the type. ever: in all. {"any": "12 months"}: in any stretch of this length. A request counts where its first day lies.',
        period,
        'year',
      ),
    }),
    v.transform(({ kind: name, most, per }): AtMost => ({ kind: name, count: most.in, most: most.n, per })),
  ),
  fields({
    ...kind('horizon', 'How far back and how far ahead leave may be asked for.'),
    back: maybe('At most so long before the day of asking. "0 days": not in the past. null: no limit.', length),
    ahead: maybe('At most so long after the day of asking. null: no limit.', length),
    measuredTo: setting('Which day of the leave "ahead" limits.', oneOf(['first', 'last']), 'last'),
  }),
  fields({
    ...kind('needs', 'What must come with leave.'),
    what: described('A reason, a certificate, or a colleague as cover.', oneOf(['reason', 'certificate', 'cover'])),
    longerThan: maybe('Only with leave that is longer. null: with any.', extent),
    adjoining,
  }),
  fields({
    ...kind(
      'overlap',
      "How far leave may overlap the person's own pending or accepted leave. The first such rule that names a pair of types decides; without one nothing may, but sickness that gives leave back.",
    ),
    with: maybe('Leave of which types. null: of all.', list(id)),
    allowed: setting(
      'none; partial: some of the slots wished, not all of them; full: as it likes.',
      oneOf(['none', 'partial', 'full']),
      'none',
    ),
  }),
] as const
