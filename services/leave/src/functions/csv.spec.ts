import type { Actor } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { tellPerson } from '#application/person-stream.ts'
import { opened } from '#testing/desk.ts'
import { type Office, recordsOf, settled } from '#testing/office.ts'
import { type Payload, questions } from '#testing/questions.ts'

const { handler } = await import('./graphql/lambda.ts')

let office: Office
beforeEach(async () => {
  office = await opened('csv')
})

const { ask, change } = questions(handler, () => office)
const bring = (kind: string, csv: string, more: Payload = {}, actor: Actor = office.clara) =>
  change('importCsv', { kind, csv, dryRun: false, ...more }, actor)
const exported = async (kind: string) => String((await ask('Query.exportCsv', { kind }, office.clara))['csv'])
const factsOf = async ({ person }: Actor) => (await tellPerson(office.world, office.tenant, person)).facts
const ana = () => office.ana.person

const created = (rows: number) => ({ rows, created: rows, unchanged: 0, written: rows, problems: [] })
const unchanged = (rows: number) => ({ rows, created: 0, unchanged: rows, written: 0, problems: [] })

describe('a file of leave', () => {
  const file = () => `person;leaveType;first;last;status;decidedBy;amount
${ana()};vacation;2026-03-02;2026-03-06;;${office.ben.person};5
ana@example.com;vacation;2026-04-01;;declined;;1,0
ana@example.com;vacation;2026-06-01;2026-06-02;pending;;
`
  const people = () => [{ id: ana(), mail: 'Ana@example.com' }]

  test('brings in what was, with what became of it', async () => {
    expect(await bring('leave', file(), { people: people() })).toEqual(created(3))
    const { leaves } = await factsOf(office.ana)
    expect(leaves.map(({ status, charges }) => [status, charges.length])).toEqual([
      ['accepted', 5],
      ['over', 1],
      ['pending', 2],
    ])
    expect(await ask('Query.leaveRequests', {}, office.ana)).toMatchObject({
      requests: [
        { status: 'pending', first: '2026-06-01' },
        { status: 'declined', first: '2026-04-01' },
        { status: 'approved', first: '2026-03-02', decidedBy: office.ben.person, askedOn: '2026-03-02' },
      ],
    })
  })

  test('brought in again changes nothing', async () => {
    await bring('leave', file(), { people: people() })
    const before = await recordsOf(office)
    expect(await bring('leave', file(), { people: people() })).toEqual(unchanged(3))
    expect(await recordsOf(office)).toEqual(before)
  })

  test('tried writes nothing', async () => {
    const before = await recordsOf(office)
    expect(await bring('leave', file(), { people: people(), dryRun: true })).toEqual({ ...created(3), written: 0 })
    expect(await recordsOf(office)).toEqual(before)
  })

  test('with anything wrong writes nothing, and says all of it by row and column', async () => {
    const before = await recordsOf(office)
    const wrong = `person,leaveType,first,last,status,amount,decidedBy
${ana()},vacation,2026-03-02,2026-03-06,,4,
nobody,vacation,2026-03-09,,,,
${ana()},holiday,2026-03-09,,,,
${ana()},vacation,2026-3-9,2026-03-32,aproved,x,
${ana()},vacation,2026-03-03,,,,
${ana()},vacation,2025-03-03,,,,
${ana()},vacation,2026-03-12,2026-03-11,,,somebody@else.org
${ana()},vacation,2026-03-14,,,,
`
    expect(await bring('leave', wrong)).toEqual({
      rows: 8,
      created: 1,
      unchanged: 0,
      written: 0,
      problems: [
        { row: 2, column: 'amount', message: 'says 4 days; counted are 5 days' },
        { row: 3, column: 'person', message: expect.stringContaining('is nobody') },
        { row: 4, column: 'leaveType', message: 'There is no such leave type' },
        { row: 5, column: 'first', message: 'is not a date YYYY-MM-DD' },
        { row: 5, column: 'last', message: 'is not a date YYYY-MM-DD' },
        { row: 5, column: 'status', message: expect.stringContaining('did you mean "approved"?') },
        { row: 5, column: 'amount', message: expect.stringContaining('is not an amount') },
        { row: 6, column: 'first', message: 'There is leave on these days already: 2026-03-02 to 2026-03-06' },
        { row: 7, column: 'first', message: 'Leave lies within employment: not on 2025-03-03' },
        { row: 8, column: 'decidedBy', message: expect.stringContaining('is nobody') },
        { row: 9, column: 'first', message: 'These days are free anyway' },
      ],
    })
    expect(await recordsOf(office)).toEqual(before)
  })

  test('is for admins', async () => {
    expect(await bring('leave', file(), {}, office.ben)).toMatchObject({ problem: { type: '/problems/NotAdmin' } })
    expect(await ask('Query.exportCsv', { kind: 'leave' }, office.ben)).toMatchObject({
      problem: { type: '/problems/NotAdmin' },
    })
  })
})

describe('a file of credits', () => {
  test('gives amounts exactly, in days or hours, once however often it comes', async () => {
    const file = `person,leaveType,source,amount,from,until,on
${ana()},vacation,opening,"2,5",2026-01-01,2026-03-31,2026-01-02
${ana()},vacation,toil,1,2026-05-01,,
${ana()},vacation,toil,1,2026-05-01,,
`
    expect(await bring('credits', file)).toEqual(created(3))
    expect(await bring('credits', file)).toEqual(unchanged(3))
    const { credits } = await factsOf(office.ana)
    expect(credits.map(({ source, n, from, until }) => [source, n, from, until])).toEqual([
      ['opening', 25_000, '2026-01-01', '2026-03-31'],
      ['toil', 10_000, '2026-05-01', null],
      ['toil', 10_000, '2026-05-01', null],
    ])
  })

  test('says what the ledger cannot hold', async () => {
    const file = `person,leaveType,source,amount,from
${ana()},vacation,manual,7.5 h,2026-01-01
${ana()},sick,manual,1,2026-01-01
`
    const backwards = `person,leaveType,source,amount,from,until\n${ana()},vacation,manual,1,2026-01-02,2026-01-01\n`
    expect((await bring('credits', backwards))['problems']).toEqual([
      { row: 2, column: 'until', message: 'is before the first day' },
    ])
    expect((await bring('credits', file))['problems']).toEqual([
      { row: 2, column: 'amount', message: 'the policy counts in days' },
      {
        row: 3,
        column: 'leaveType',
        message: 'Nothing of this leave type is counted then: no policy is in force on 2026-01-01',
      },
    ])
  })
})

describe('a file of schedules', () => {
  const file = `id,mon,tue,wed,thu,fri,from,persons
half,"4,5","09:00-13:30",am,,,2026-06-01,ana@example.com
`
  test('puts people under them, written by weekday', async () => {
    expect(await bring('schedules', file, { people: [{ id: ana(), mail: 'ana@example.com' }] })).toEqual(created(1))
    await settled(office)
    const { schedules } = await factsOf(office.ana)
    expect(schedules.at(-1)).toMatchObject({
      from: '2026-06-01',
      schedule: { weeks: [[{ minutes: 270 }, { minutes: 270 }, {}, {}, {}, {}, {}]] },
    })
  })

  test('says what is wrong with a document, and where', async () => {
    const wrong = `id,document,mon,from,persons,countries
a,"{""weeks"": [{""mon"": 25}]}",,2026-06-01,,Portugal
b,,25,2026-06-01,nobody@example.com,
c,"{}",8,2026-06-01,,
d,,,2026-06-01,,
`
    const problems = (await bring('schedules', wrong))['problems'] as readonly { row: number; column: string }[]
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'document'],
      [2, 'countries'],
      [3, 'mon'],
      [3, 'persons'],
      [4, 'mon'],
      [5, 'document'],
    ])
    expect(problems).toContainEqual({
      row: 2,
      column: 'document',
      message: expect.stringMatching(/^\$\.weeks\[0\]\.mon is neither hours/),
    })
    expect(problems).toContainEqual({
      row: 5,
      column: 'document',
      message: 'is empty, but there is nothing yet that could end',
    })
  })
})

test('what is exported brings in nothing that is not there', async () => {
  const file = `person,leaveType,first,last\n${ana()},vacation,2026-03-02,2026-03-06\n`
  await bring('leave', file)
  const csv = await exported('leave')
  expect(csv).toMatch(
    new RegExp(
      '^id,person,leaveType,first,firstPart,last,lastPart,days,status,askedOn,decidedOn,decidedBy,sickNote,amount\r\n' +
        `[\\w-]{22},${ana()},vacation,2026-03-02,whole,2026-03-06,whole,,approved,2026-03-02,2026-03-02,,,5\r\n$`,
    ),
  )
  expect(await bring('leave', csv)).toEqual(unchanged(1))
})

test('a file of 1 MB and 10,000 rows is read, and one of more is not', async () => {
  const row = `${'x'.repeat(64)},vacation,2026-03-02,2026-03-06\n`
  const read = await bring('leave', `person,leaveType,first,last\n${row.repeat(10_000)}`, { dryRun: true })
  expect(read).toMatchObject({ rows: 10_000, created: 0, unchanged: 0 })
  expect(read['problems']).toHaveLength(1_000)
  expect(await bring('leave', `person\n${'x'.repeat(1_000_000)}`)).toMatchObject({
    rows: 0,
    problems: [{ row: 1, column: '', message: 'the text is longer than 1000 kB: split it' }],
  })
})
