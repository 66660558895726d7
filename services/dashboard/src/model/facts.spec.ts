import { describe, expect, test } from 'vitest'
import { factsInWords, nameOfProblem } from './facts.ts'

const problem = (facts: string) => ({ type: '/problems/NotEnoughLeft', title: 'Too much', detail: null, facts })
const words = { day: (date: string) => `the day ${date}`, nameOf: (person: string) => `Ms ${person}` }

describe('the facts of a problem', () => {
  test('become words: amounts, days and people', () => {
    const facts = { asked: { unit: 'day', n: 35_000 }, on: '2026-12-24', by: 'p1', outcome: 'approved', most: 366 }
    expect(factsInWords(problem(JSON.stringify(facts)), words)).toEqual({
      asked: '3.5 days',
      on: 'the day 2026-12-24',
      by: 'Ms p1',
      outcome: 'approved',
      most: '366',
    })
  })

  test.each(['', '{', 'null', '7'])('are none where they cannot be read: %s', (facts) => {
    expect(factsInWords(problem(facts), words)).toEqual({})
  })
})

test('a problem is called by the end of its type', () => {
  expect(nameOfProblem(problem('{}'))).toBe('NotEnoughLeft')
  expect(nameOfProblem({ ...problem('{}'), type: 'https://awayday.example/problems/OwnLeave' })).toBe('OwnLeave')
  expect(nameOfProblem({ ...problem('{}'), type: 'about:blank' })).toBe('about:blank')
})
