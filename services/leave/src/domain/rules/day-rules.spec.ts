import { describe, expect, test } from 'vitest'
import type { Part } from '../time/absence.ts'
import type { Blackout } from './blackout.ts'
import type { Eligibility } from './eligibility.ts'
import { company, day, facts, found, leave, mornings, range, stayWith, wish } from './rules.given.ts'

const on = (...days: readonly string[]) =>
  days.map((date) => ({ kind: 'range', first: day(date), last: day(date) }) as const)
const dates = (findings: readonly { readonly first: string }[]) => findings.map(({ first }) => first)

describe('a blackout', () => {
  const fair: Blackout = {
    kind: 'blackout',
    days: [{ kind: 'range', first: day('2026-03-06'), last: day('2026-03-09') }],
    counts: 'named',
  }

  test('refuses leave that names one of its days, and says which', () =>
    expect(found(fair, wish(range('2026-03-05', '2026-03-06', 'whole', 'am')))).toEqual([
      {
        first: '2026-03-06',
        last: '2026-03-06',
        part: 'am',
        required: { of: 'work' },
        found: { of: 'leave' },
        requests: [],
      },
    ]))

  test('leaves days before and after alone', () => {
    expect(found(fair, wish(range('2026-03-05')))).toEqual([])
    expect(found(fair, wish(range('2026-03-10')))).toEqual([])
  })

  test('names free days too, or only those that would be worked', () => {
    expect(dates(found(fair, wish(range('2026-03-06', '2026-03-09'))))).toEqual([
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
    ])
    expect(dates(found({ ...fair, counts: 'worked' }, wish(range('2026-03-06', '2026-03-09'))))).toEqual([
      '2026-03-06',
      '2026-03-09',
    ])
  })

  test('asks a change of accepted leave about what it adds only', () => {
    const known = facts({ leaves: [leave('wish', range('2026-03-05', '2026-03-06'))] })
    expect(found(fair, wish(range('2026-03-06')), known)).toEqual([])
    expect(dates(found(fair, wish(range('2026-03-05', '2026-03-09')), known))).toEqual([
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
    ])
  })

  test('asks a change of pending leave about all of it', () => {
    const known = facts({ leaves: [leave('wish', range('2026-03-06'), { status: 'pending' })] })
    expect(dates(found(fair, wish(range('2026-03-06')), known))).toEqual(['2026-03-06'])
  })
})

describe('granularity', () => {
  const of = (smallest: 'day' | 'half' | { minutes: number }, part: Part) =>
    found({ kind: 'granularity', smallest }, wish(range('2026-03-02', '2026-03-02', part))).length === 0
  const hour: Part = { from: 540, to: 600 }

  test.each<['day' | 'half' | { minutes: number }, Part, boolean]>([
    ['day', 'whole', true],
    ['day', 'am', false],
    ['day', 'half', false],
    ['day', hour, false],
    ['half', 'whole', true],
    ['half', 'pm', true],
    ['half', 'half', true],
    ['half', hour, false],
    [{ minutes: 60 }, 'whole', true],
    [{ minutes: 60 }, 'am', true],
    [{ minutes: 60 }, hour, true],
    [{ minutes: 15 }, { from: 540, to: 585 }, true],
    [{ minutes: 15 }, { from: 540, to: 580 }, false],
    [{ minutes: 90 }, hour, false],
  ])('of %j allows %j: %s', (smallest, part, allowed) => expect(of(smallest, part)).toBe(allowed))

  test('says what was asked for and what may be', () =>
    expect(
      found(
        { kind: 'granularity', smallest: { minutes: 30 } },
        wish(range('2026-03-02', '2026-03-02', { from: 540, to: 560 })),
      ),
    ).toEqual([
      {
        first: '2026-03-02',
        last: '2026-03-02',
        part: { from: 540, to: 560 },
        required: { of: 'minutes', n: 300_000 },
        found: { of: 'minutes', n: 200_000 },
        requests: [],
      },
    ]))
})

describe('floating holidays', () => {
  const listed = { kind: 'onlyOn', days: on('2026-03-06', '2026-03-09') } as const

  test('are chosen from the list, whatever free days lie between them', () => {
    expect(found(listed, wish(range('2026-03-06')))).toEqual([])
    expect(found(listed, wish(range('2026-03-06', '2026-03-09')))).toEqual([])
    expect(dates(found(listed, wish(range('2026-03-05', '2026-03-06'))))).toEqual(['2026-03-05'])
  })

  test('may be so many a year', () => {
    const one = { kind: 'atMost', count: 'days', most: 10_000, per: 'year' } as const
    const known = facts({ leaves: [leave('a', range('2026-03-06'))] })
    expect(found(one, wish(range('2026-03-09')), known)).toHaveLength(1)
    expect(found(one, wish(range('2027-03-09')), known)).toEqual([])
  })
})

describe('eligibility', () => {
  const anybody: Eligibility = { kind: 'eligibility', leastFte: null, mostFte: null, oneOf: null, noneOf: null }
  const partTime = facts({ schedules: [{ from: day('2020-01-01'), schedule: mornings, fact: 's' }] })
  const parent = facts({ places: [stayWith({ labels: ['parent'] })] })
  const monday = wish(range('2026-03-02'))

  test('asks nothing where nothing is said', () => expect(found(anybody, monday)).toEqual([]))

  test('may need a share of full time, of at least or at most so much', () => {
    expect(found({ ...anybody, leastFte: 5_000 }, monday, partTime)).toEqual([])
    expect(found({ ...anybody, mostFte: 5_000 }, monday, partTime)).toEqual([])
    expect(found({ ...anybody, leastFte: 5_001 }, monday, partTime)).toEqual([
      {
        first: '2026-03-02',
        last: '2026-03-02',
        part: 'whole',
        required: { of: 'fte', n: 5_001 },
        found: { of: 'fte', n: 5_000 },
        requests: [],
      },
    ])
    expect(found({ ...anybody, mostFte: 9_999 }, monday)).toHaveLength(1)
  })

  test('may need a label, or forbid one', () => {
    expect(found({ ...anybody, oneOf: ['parent', 'carer'] }, monday, parent)).toEqual([])
    expect(
      found({ ...anybody, oneOf: ['carer'] }, monday, parent).map(({ required, found }) => [required, found]),
    ).toEqual([
      [
        { of: 'labels', labels: ['carer'] },
        { of: 'labels', labels: ['parent'] },
      ],
    ])
    expect(found({ ...anybody, noneOf: ['parent'] }, monday, parent)).toHaveLength(1)
    expect(found({ ...anybody, noneOf: ['carer'] }, monday, parent)).toEqual([])
  })
})

describe('what must come with leave', () => {
  const note = {
    kind: 'needs',
    what: 'certificate',
    longerThan: { in: 'calendarDays', n: 30_000 },
    adjoining: 'off',
  } as const

  test('may be a certificate for more than three days', () => {
    expect(found(note, wish(range('2026-03-02', '2026-03-04')))).toEqual([])
    expect(found(note, wish(range('2026-03-02', '2026-03-05')))).toEqual([
      {
        first: '2026-03-02',
        last: '2026-03-05',
        part: 'whole',
        required: { of: 'certificate' },
        found: { of: 'nothing' },
        requests: [],
      },
    ])
    expect(found(note, wish(range('2026-03-02', '2026-03-05'), { certificate: true }))).toEqual([])
  })

  test('may look at what adjoins it too', () => {
    const known = facts({ leaves: [leave('a', range('2026-03-05', '2026-03-06'))] })
    const monday = wish(range('2026-03-09'))
    expect(found(note, monday, known)).toEqual([])
    expect(found({ ...note, adjoining: 'overFreeDays' }, monday, known).map(({ requests }) => requests)).toEqual([
      ['a'],
    ])
    expect(found({ ...note, adjoining: 'nextDay' }, monday, known)).toEqual([])
  })

  test.each(['reason', 'cover'] as const)('may be a %s, with any leave', (what) => {
    const always = { kind: 'needs', what, longerThan: null, adjoining: 'off' } as const
    expect(found(always, wish(range('2026-03-02')))).toHaveLength(1)
    expect(
      found(
        always,
        wish(range('2026-03-02'), { reason: true, cover: facts({ id: 'ben' }).person }),
        facts(),
        company(),
      ),
    ).toEqual([])
  })
})
