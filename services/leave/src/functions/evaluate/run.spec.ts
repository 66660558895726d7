import { describe, expect, test } from 'vitest'
import { run } from './run.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const evaluated = (text: string) => {
  const { out, code } = run(['evaluate', 'file'], () => bytes(text))
  return { code, ...JSON.parse(out ?? '') }
}
const refused = (message: string) => ({ code: 2, errors: [{ path: '$', message }] })

describe('leave evaluate', () => {
  test('answers in the order of the questions', () => {
    const questions = ['b', 'a'].map((id) => ({
      id,
      ask: 'overlap',
      one: { first: '2025-01-01', part: 'half' },
      other: { days: ['2025-01-01'] },
    }))
    expect(evaluated(JSON.stringify({ questions }))).toEqual({
      code: 0,
      answers: ['b', 'a'].map((id) => ({ id, ask: 'overlap', overlap: 'full', days: ['2025-01-01'] })),
    })
  })

  test('tells all mistakes, and ends with 2', () =>
    expect(evaluated('{"people": [{"id": "ana"}], "questions": [{}]}')).toEqual({
      code: 2,
      errors: [
        { path: '$.people[0].employment', message: 'is missing' },
        { path: '$.questions[0].ask', message: expect.stringMatching(/^is none of "charge", /) },
      ],
    }))

  test('reads no file that is not there, too long, or no text', () => {
    expect(run(['evaluate', 'file'], () => 'cannot be read: gone')).toEqual({
      code: 2,
      out: JSON.stringify({ errors: [{ path: '$', message: 'cannot be read: gone' }] }, null, 2),
    })
    expect(evaluated(' '.repeat(10 * 1024 * 1024 + 1))).toEqual(refused('is longer than 10 MiB'))
    const { out } = run(['evaluate', 'file'], () => new Uint8Array([0x22, 0xff, 0x22]))
    expect(JSON.parse(out ?? '')).toEqual({ errors: [{ path: '$', message: 'is not UTF-8' }] })
  })

  test.each([[[]], [['evaluate']], [['evaluate', 'a', 'b']], [['solve', 'a']], [['schema', 'a']]])(
    '%j is told how to use it',
    (args) => expect(run(args, () => '')).toEqual({ out: null, code: 2 }),
  )
})
