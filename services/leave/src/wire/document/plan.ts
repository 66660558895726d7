import * as v from 'valibot'
import { plan as standard } from '#domain/policy/defaults.ts'
import type { Length } from '#domain/policy/length.ts'
import type { Stage } from '#domain/policy/plan.ts'
import { planJson } from './policy-json.ts'
import { described, either, fields, oneOf, setting } from './setting.ts'
import { stage } from './stage.ts'
import { flag, hours, length, list, monthDay, positive, step, whole } from './values.ts'

const {
  tenureFrom,
  milestones,
  cutPeriod,
  due,
  endIs,
  earned,
  rounding,
  proration,
  partial,
  waiting,
  corrections,
  lowerCapCuts,
} = planJson(standard)

const incomplete = oneOf(['full', 'prorated', 'none'])
const tenure = described('In full for who is still employed after this tenure; else prorated.', length)

const perWorked = either(
  [
    fields({ per: oneOf(['minute', 'day']), n: whole(1, 1_000_000) }),
    v.pipe(
      fields({ per: oneOf(['hour']), n: v.pipe(hours, v.minValue(1, 'is not above zero')) }),
      v.transform(({ n }) => ({ per: 'minute' as const, n })),
    ),
  ],
  'is not {"per": "hour", "minute" or "day", "n": so many}',
)

const roundingFields = fields({
  mode: setting(
    'up, down, or to the nearest (halves go up); upFromHalf: half a step or more goes up, less stays as it is.',
    oneOf(['up', 'down', 'nearest', 'upFromHalf']),
    rounding.mode,
  ),
  step: setting('To a multiple of this: 1, 0.5, 0.25, 0.1, or {"decimals": 2}.', step, rounding.step),
  of: setting(
    "cumulative: the k-th of N grants is round(total x k / N) less what was granted before. each: every grant on its own, until the leave year's amount, itself rounded, is reached; what is earned per worked hour or day has no such end.",
    oneOf(['cumulative', 'each']),
    rounding.of,
  ),
})

const prorationFields = fields({
  by: setting(
    'What share of a period counts: by calendarDays, by workingDays of the schedule, or by whole months.',
    oneOf(['months', 'calendarDays', 'workingDays']),
    proration.by,
  ),
  month: setting(
    'With months, how the month of joining or leaving counts: full, byDays (its calendar days), only when complete, {"limitDay": 15}: fully for who joins on that day or before, or leaves on it or later, or {"atLeastDays": 15}: fully for who is employed on so many of its days.',
    either(
      [
        oneOf(['full', 'byDays', 'complete']),
        fields({ limitDay: whole(1, 31) }),
        fields({ atLeastDays: whole(1, 31) }),
      ],
      'is neither "full", "byDays", "complete", {"limitDay": 1 to 31} nor {"atLeastDays": 1 to 31}',
    ),
    proration.month,
  ),
  countHolidays: setting('With workingDays: public holidays count as working days.', flag, proration.countHolidays),
  addHolidays: setting(
    'Public holidays while employed are added to the entitlement: none, all, or those on worked slots.',
    oneOf(['none', 'all', 'worked']),
    proration.addHolidays,
  ),
  scale: setting(
    'How amounts follow the schedule: none, its share of full time (fte), worked days a week over {"fullWeekDays": 5}, or planned time over {"fullWeekHours": 40} or {"fullWeekMinutes": 2400}.',
    either(
      [
        oneOf(['none', 'fte']),
        fields({ fullWeekDays: v.pipe(positive, v.minValue(1, 'is not above zero')) }),
        fields({ fullWeekMinutes: whole(1, 10_080) }),
        v.pipe(
          fields({ fullWeekHours: v.pipe(hours, v.minValue(1, 'is not above zero')) }),
          v.transform(({ fullWeekHours }) => ({ fullWeekMinutes: fullWeekHours })),
        ),
      ],
      'is neither "none", "fte", {"fullWeekDays"}, {"fullWeekHours"} nor {"fullWeekMinutes"}',
    ),
    proration.scale,
  ),
})

/** How entitlement is earned. */
export const plan = fields({
  stages: described(
    'What is earned, by tenure: at least one stage, in order.',
    v.pipe(
      list(stage),
      v.minLength(1, 'has no stage'),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return
        for (const n of notLater(dataset.value))
          addIssue({ message: 'begins no later than the stage before it', path: [at(dataset.value, n)] })
      }),
    ),
  ),
  tenureFrom: setting(
    'What tenure counts from: the day of joining, or the day the policy applies from (planStart).',
    oneOf(['joining', 'planStart']),
    tenureFrom,
  ),
  milestones: setting(
    'When a later stage begins: onTheDay its tenure is over, on the first day of the leave year in which it is (thisLeaveYear), or of the next one.',
    oneOf(['onTheDay', 'thisLeaveYear', 'nextLeaveYear']),
    milestones,
  ),
  cutPeriod: setting(
    'A period that a milestone cuts pays the old amount, the new one, or byDays: by calendar days of each. split: so too, but as two periods, each due by itself.',
    oneOf(['old', 'new', 'byDays', 'split']),
    cutPeriod,
  ),
  due: setting('When a grant comes: at the start of its period, or at its end.', oneOf(['start', 'end']), due),
  endIs: setting("Where due is end: the period's lastDay, or the dayAfter.", oneOf(['lastDay', 'dayAfter']), endIs),
  earned: setting(
    'byTime: a full period pays in full. byWorkedShare: times worked time over planned time. {"per": "hour", "n": 30}: the amount for every 30 worked hours.',
    either([oneOf(['byTime', 'byWorkedShare']), perWorked], 'is neither "byTime", "byWorkedShare" nor {"per", "n"}'),
    earned,
  ),
  rounding: setting('How grants are rounded.', roundingFields, rounding),
  proration: setting('How part of a period, and part-time work, are paid.', prorationFields, proration),
  partial: setting(
    'What is paid of a period that is not complete: in full, prorated, or none.',
    fields({
      joiner: setting(
        'The first period of somebody who joined within it. {"fullAfter": "6 months"}: in full where that tenure is over within it, else prorated.',
        either([incomplete, fields({ fullAfter: tenure })], 'is neither "full", "prorated", "none" nor {"fullAfter"}'),
        partial.joiner,
      ),
      leaver: setting(
        'The last period of somebody who left within it. {"fullAfter": "6 months", "from": "07-01"}: in full for who leaves after that tenure and on that day or later, else prorated.',
        either(
          [
            incomplete,
            fields({
              fullAfter: tenure,
              from: described('And who is employed on this date, the first such one in the period.', monthDay),
            }),
          ],
          'is neither "full", "prorated", "none" nor {"fullAfter", "from"}',
        ),
        partial.leaver,
      ),
      planStart: setting(
        'The first period of a policy that began to apply within it, later than the person joined.',
        incomplete,
        partial.planStart,
      ),
    }),
    partial,
  ),
  waiting: setting(
    'A time after joining in which nothing is earned: what would have been is lost, or granted on the first day after it.',
    v.nullable(
      fields({
        length: described('How long, from the day of joining.', length),
        earned: setting('Lost, or granted on the first day after it.', oneOf(['lost', 'granted']), 'lost'),
      }),
    ),
    waiting,
  ),
  corrections: setting(
    "Manual grants and corrections count atOnce, or are earned in the same shares as the leave year's grants (withPlan).",
    oneOf(['atOnce', 'withPlan']),
    corrections,
  ),
  lowerCapCuts: setting('A stage with a lower balance cap takes what is held above it.', flag, lowerCapCuts),
})

/** Which stages do not begin after the one before them. Months count as a twelfth of 365.25 days. */
const notLater = (stages: readonly Stage[]): readonly number[] =>
  stages.flatMap((stage, n) => {
    const before = stages[n - 1]
    return before && quarterHours(stage.after) <= quarterHours(before.after) ? [n] : []
  })

/** 365.25 days have 35,064 quarters of an hour, a twelfth of them 2,922. */
const quarterHours = ({ n, unit }: Length): number => n * { day: 96, week: 672, month: 2_922, year: 35_064 }[unit]

const at = (input: readonly Stage[], key: number) => ({
  type: 'array' as const,
  origin: 'value' as const,
  input: [...input],
  key,
  value: input[key],
})
