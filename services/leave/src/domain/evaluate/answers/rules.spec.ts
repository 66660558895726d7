import { expect, test } from 'vitest'
import { date } from '../../entitlement/earning.given.ts'
import type { Rule } from '../../rules/rule.ts'
import { ALWAYS } from '../../rules/when.ts'
import { ana, answerTo, asked, someone, span } from './asked.given.ts'

const rule = (id: string, demand: Rule['rule']): Rule => ({
  ...{ id, name: id, when: ALWAYS, rule: demand },
  ...{ overridableBy: [], exception: false },
})
const short = rule('short', {
  ...{ kind: 'maximumLength', adjoining: 'off' },
  length: { in: 'days', n: 30_000 },
})

test('rules are held against the leave of the document', () => {
  const leaves = [asked('long', '2025-06-02', '2025-06-06'), asked('brief', '2025-06-10')]
  expect(answerTo({ ask: 'preview', rules: null }, someone({}, { leaves }), { rules: [short] })).toMatchObject({
    refused: [
      { person: ana, leave: 'long', rules: [{ rule: 'short', findings: [{ required: '3 days', found: '5 days' }] }] },
    ],
  })
})

test('the Bradford factor counts spells of sickness, free days between them aside', () => {
  const ill = (day: string) => asked(day, day, day, { leaveType: 'sick' })
  const leaves = ['2025-06-06', '2025-06-09', '2025-06-11'].map(ill)
  const ask = { ask: 'bradford', person: ana, on: date('2025-12-31'), leaveTypes: null } as const
  expect(answerTo(ask, someone({}, { leaves }))).toMatchObject({ spells: 2, days: '3', score: '12' })
})

test('days on which nobody may be away', () => {
  const blackout = rule('stock', {
    kind: 'blackout',
    counts: 'named',
    days: [{ kind: 'range', ...span('2025-06-04', '2025-06-04') }],
  })
  const ask = { ask: 'blackoutDays', person: ana, leaveType: null, ...span('2025-06-02', '2025-06-06') } as const
  expect(answerTo(ask, someone(), { rules: [blackout] })).toMatchObject({
    days: [{ date: '2025-06-04', rule: 'stock' }],
  })
})
