import * as v from 'valibot'
import type { WrittenUnit } from '#domain/evaluate/shown.ts'
import * as standard from '#domain/policy/defaults.ts'
import type { Policy } from '#domain/policy/policy.ts'
import { counting } from './counting.ts'
import { noneIdle } from './idle.ts'
import { inMinutes } from './in-minutes.ts'
import { plan } from './plan.ts'
import { countingJson, entitlementJson } from './policy-json.ts'
import { described, either, fields, oneOf, setting } from './setting.ts'
import { amount, flag, id, length, monthDay, positive } from './values.ts'

const usual = entitlementJson(standard.entitlement)

const rate = fields({
  currency: described(
    'ISO 4217, such as "EUR".',
    v.pipe(v.string('is not text'), v.regex(/^[A-Z]{3}$/, 'is not three capital letters')),
  ),
  money: described('The money.', positive),
  per: setting("For so much of the policy's unit.", v.pipe(positive, v.minValue(1, 'is not above zero')), 1),
})

const entitlement = fields({
  leaveYear: setting(
    'When the leave year starts: a date of the year, or on the anniversary of joining.',
    either([oneOf(['anniversary']), monthDay], 'is neither "anniversary" nor a day of the year MM-DD'),
    usual.leaveYear,
  ),
  plan: setting(
    'How entitlement is earned. null: nothing is earned; it comes by credits alone.',
    v.nullable(plan),
    usual.plan,
  ),
  carryOverOn: setting(
    'When what is left is carried over: as the leaveYear starts, on the anniversary of joining, or on a date of the year.',
    either(
      [oneOf(['leaveYear', 'anniversary']), monthDay],
      'is neither "leaveYear", "anniversary" nor a day of the year MM-DD',
    ),
    usual.carryOverOn,
  ),
  order: setting(
    'Which lot a leave day uses first: lastUsableFirst (which can be used shortest), carriedFirst (carried before new), earliestStartFirst. Ties go to the lot that started earlier.',
    oneOf(['lastUsableFirst', 'carriedFirst', 'earliestStartFirst']),
    usual.order,
  ),
  floor: setting(
    'How far leave may be taken below zero: 0 or less. null: without limit.',
    v.nullable(v.pipe(amount, v.maxValue(0, 'is above zero'))),
    usual.floor,
  ),
  manual: setting(
    'Limits of manual grants.',
    fields({
      mostPerLeaveYear: setting(
        'The most in a leave year. null: no limit.',
        v.nullable(positive),
        usual.manual.mostPerLeaveYear,
      ),
      longestValidity: setting(
        'The longest validity. null: no limit.',
        v.nullable(length),
        usual.manual.longestValidity,
      ),
    }),
    usual.manual,
  ),
  payOut: setting(
    'What may be paid out.',
    fields({
      mustStay: setting('What must stay in the balance after a pay-out.', positive, usual.payOut.mustStay),
      most: setting(
        'The most of one pay-out. null: no limit; 0: nothing is paid out.',
        v.nullable(positive),
        usual.payOut.most,
      ),
      rate: setting('What it is worth in money. null: no amount is shown.', v.nullable(rate), usual.payOut.rate),
    }),
    usual.payOut,
  ),
  countLaterLots: setting('Figures count lots that start after the day they are of.', flag, usual.countLaterLots),
})

const settings = fields({
  leaveType: described('The kind of leave it is for.', id),
  unit: setting('What all its amounts are written in.', oneOf(['day', 'hour', 'minute']), 'day'),
  counting: setting('How the days of a leave are charged.', counting, countingJson(standard.counting)),
  entitlement: setting(
    'What people are entitled to. null: a type without a balance, such as sick leave.',
    v.nullable(entitlement),
    null,
  ),
})

export type WrittenPolicy = { readonly policy: Policy; readonly written: WrittenUnit }

type Written = v.InferOutput<typeof settings>

const policyOf = ({ leaveType, unit, counting, entitlement }: Written): Policy =>
  unit === 'hour' ? inMinutes({ leaveType, counting, entitlement }) : { leaveType, unit, counting, entitlement }

/** The rules of a leave type for whom it applies to, as the engine has it: what is at rest. */
export const policy = v.pipe(settings, v.transform(policyOf))

/** The same as somebody writes it now: nothing that would have no effect. */
export const newPolicy = v.pipe(settings, noneIdle<Written>(), v.transform(policyOf))

/** And with the unit it is written in, to answer in. */
export const writtenPolicy = v.pipe(
  settings,
  noneIdle<Written>(),
  v.transform((written): WrittenPolicy => ({ policy: policyOf(written), written: written.unit })),
)
