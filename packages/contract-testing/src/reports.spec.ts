import { expect, test } from 'vitest'
import { failuresIn, notRun, type Report, sentence, sumOf, tallyOf } from './reports.ts'

const file = (name: string, startTime: number, ...statuses: string[]): Report => ({
  testResults: [{ name, startTime, status: 'passed', assertionResults: statuses.map((status) => ({ status })) }],
})

test('reports are summed', () => {
  const reports = [file('a', 1, 'passed', 'failed'), file('b', 1, 'passed', 'passed', 'skipped'), file('c', 1)]
  expect(tallyOf(reports)).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

test('of a file that ran twice the last run counts', () => {
  const reports = [file('a', 2, 'passed', 'passed'), file('a', 1, 'failed', 'passed')]
  expect(tallyOf(reports)).toEqual({ passed: 2, failed: 0, skipped: 0 })
})

test('a test that is yet to be written is skipped', () => {
  expect(tallyOf([file('a', 1, 'todo', 'pending')])).toEqual({ passed: 0, failed: 0, skipped: 2 })
})

test('a file that failed without a failed test is one failure', () => {
  const broken = { name: 'a', startTime: 1, status: 'failed', assertionResults: [] }
  expect(tallyOf([{ testResults: [broken] }])).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a failure is told with its file, its test and how what was wrong begins', () => {
  const test = { status: 'failed', fullName: 'a day has 24 hours', failureMessages: ['expected 23\n at line 1'] }
  const law = {
    status: 'failed',
    fullName: 'days are never lost',
    failureMessages: ['Error: Property failed after 57 tests\n{ seed: 1, path: "56:0" }\nCounterexample: [25]'],
  }
  const failed = { name: 'a', startTime: 1, status: 'failed', assertionResults: [test, law, { status: 'passed' }] }
  const broken = { name: 'b', startTime: 1, status: 'failed', message: 'no such module\n at c', assertionResults: [] }
  expect(failuresIn([{ testResults: [failed, broken] }, file('c', 1, 'passed')])).toEqual([
    'a: a day has 24 hours: expected 23',
    'a: days are never lost: Error: Property failed after 57 tests { seed: 1, path: "56:0" }',
    'b: no such module',
  ])
})

test('a suite that did not run is skipped', () => {
  expect(tallyOf([file('a', 1, 'passed'), notRun('b', 1)])).toEqual({ passed: 1, failed: 0, skipped: 1 })
})

test('what ran in several places is summed', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }
  expect(sumOf([one, { passed: 10, failed: 20, skipped: 30 }])).toEqual({ passed: 11, failed: 22, skipped: 33 })
})

test('a tally is a sentence', () => {
  expect(sentence({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped')
})
