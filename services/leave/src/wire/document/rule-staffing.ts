import * as v from 'valibot'
import { who } from './rule-when.ts'
import { described, either, fields, maybe, oneOf, setting } from './setting.ts'
import { id, list, positive, whole } from './values.ts'

const percentage = v.pipe(
  positive,
  v.maxValue(1_000_000, 'is above 100'),
  v.check((n) => n % 100 === 0, 'has more than 2 decimals'),
  v.transform((n) => n / 100),
)

/** Of rules about how many may be away, or must stay. */
export const staffing = {
  limit: described(
    'So many people, or a percentage of the group.',
    either(
      [
        fields({ people: described('How many.', whole(0, 1_000_000)) }),
        fields({ percentage: described('0 to 100.', percentage) }),
      ],
      'is neither {"people": 2} nor {"percentage": 50}',
    ),
  ),
  among: setting(
    "Who is counted: rule, whom the rule is for; location, department (and all below it) or team, everybody of the person's own; or whom it names. The rule asks nothing of who does not belong to them.",
    either(
      [oneOf(['rule', 'location', 'department', 'team']), who],
      'is neither "rule", "location", "department", "team" nor people',
    ),
    'rule',
  ),
  outOf: setting(
    'What a percentage is of: working, who works then, on leave or not; everybody, the whole group.',
    oneOf(['working', 'everybody']),
    'working',
  ),
  away: maybe('Leave of which types counts as away; the rule asks nothing of other leave. null: of all.', list(id)),
  pending: setting(
    'Whether leave of others that waits for a decision counts as away.',
    oneOf(['counted', 'notCounted']),
    'counted',
  ),
  per: setting(
    'slot: at any one time; who is away in the morning and who is away in the afternoon are not away together. day: who is away for any part of a day is away all day.',
    oneOf(['slot', 'day']),
    'slot',
  ),
}
