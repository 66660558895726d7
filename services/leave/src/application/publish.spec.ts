import { openLocalBus } from '@awayday/bus/local'
import { processClock } from '@awayday/clock'
import { beforeEach, describe, expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { day, furnished, joins, metaOf, movable, type Office, settled } from '#testing/office.ts'
import { doingOf } from './asked.ts'
import { tellCompany } from './company/company-stream.ts'
import { saveSetting } from './company/save-setting.ts'
import { importCsv } from './csv/import-csv.ts'
import { decide } from './decide.ts'

Object.assign(process.env, {
  AWAYDAY_DATA_DIR: ':memory:',
  AWAYDAY_SECRET: 'a secret for what others are told of leave',
  AWAYDAY_LOG: 'off',
})
const clock = movable(processClock)

type Message = { readonly 'detail-type': string; readonly detail: { readonly id: string; readonly data: object } }
const published: Message[] = []
openLocalBus(':memory:').onAccepted((events) => published.push(...(events as unknown as Message[])))

let offices = 0
let keys = 0
let office: Office
beforeEach(async () => {
  clock.set('2026-05-04T08:00:00.000Z')
  office = await furnished(await compose(process.env), clock, `publish-${++offices}`)
  published.length = 0
})

/** What others are told of, once all have heard; of views they are told all the time. */
const news = async () => {
  await settled(office)
  return published
    .map((one) => ({ type: one['detail-type'], ...one.detail.data }))
    .filter(({ type }) => type !== 'LeaveViewsChanged')
}
const save = async (kind: 'policy' | 'approval', id: string, document: object) => {
  const { settings } = await tellCompany(office.world, office.tenant)
  const done = await saveSetting(office.world)({
    actor: office.clara,
    meta: metaOf(office, `setting-${++keys}`, { actor: office.clara.person }),
    input: {
      kind,
      id,
      document: JSON.stringify(document),
      from: day('2026-01-01'),
      appliesTo: {},
      seen: settings.length,
    },
  })
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  await settled(office)
}
const asks = (first: string, last = first) => {
  const { ana } = office
  const range = { kind: 'range', first: day(first), firstPart: 'whole', last: day(last), lastPart: 'whole' } as const
  return decide(office.world)(ana.person, metaOf(office, `r-${++keys}`, { actor: ana.person }), (on) => ({
    type: 'Request',
    request: `r-${keys}`,
    leaveType: 'vacation',
    dates: range,
    note: null,
    cover: null,
    exception: false,
    certificate: false,
    ...doingOf(ana, on),
  }))
}
const bring = (csv: string) =>
  importCsv(office.world)({
    actor: office.clara,
    meta: metaOf(office, `import-${++keys}`, { actor: office.clara.person }),
    input: { kind: 'leave', csv, dryRun: false, people: [] },
  })

describe('a file of leave', () => {
  test('is told of as far as it lies ahead, and its past is no news', async () => {
    const { ana, ben } = office
    const rows = ['2026-01-05,approved', '2026-02-02,declined', '2026-07-06,approved', '2026-07-13,withdrawn']
    const csv = rows.map((row) => `${ana.person},vacation,${row},${ben.person}`)
    const done = await bring(['person,leaveType,first,status,decidedBy', ...csv].join('\n'))
    expect(done).toMatchObject({ ok: true, value: { created: 4, problems: [] } })
    expect(await news()).toMatchObject([
      { type: 'LeaveChanged', status: 'approved', ranges: [{ first: '2026-07-06', last: '2026-07-06' }] },
    ])
  })
})

describe('watchers', () => {
  test('are named with whatever becomes of a request, in person and by role', async () => {
    const { ana, ben, dora } = office
    await save('approval', 'all', { watchers: [{ person: dora.person }, 'approver', { role: 'hr' }] })
    await asks('2026-06-01')
    expect(await news()).toMatchObject([
      {
        type: 'LeaveRequested',
        person: ana.person,
        watchers: { people: [dora.person, ben.person], roles: ['hr'] },
      },
    ])
  })
})

test('what colleagues may be told of a leave is said with it', async () => {
  const { ana, ben, clara } = office
  await asks('2026-06-01')
  const request = `r-${keys}`
  const decides = (type: 'Approve' | 'Cancel', by: typeof ben) =>
    decide(office.world)(ana.person, metaOf(office, `d-${++keys}`, { actor: by.person }), (on) =>
      type === 'Approve'
        ? { type, request, note: null, inSpiteOf: [], ...doingOf(by, on) }
        : { type, request, note: null, ...doingOf(by, on) },
    )
  await decides('Approve', ben)
  await decides('Cancel', ben)
  await decide(office.world)(ana.person, metaOf(office, `d-${++keys}`, { actor: clara.person }), (on) => ({
    type: 'RecordSickness',
    request: 's2',
    leaveType: 'sick',
    dates: { kind: 'range', first: day('2026-06-03'), firstPart: 'whole', last: day('2026-06-03'), lastPart: 'whole' },
    certificate: null,
    cover: null,
    note: null,
    ...doingOf(clara, on),
  }))
  expect((await news()).map((one) => ('peers' in one ? [one.type, one.peers] : []))).toEqual([
    ['LeaveRequested', 'nothing'],
    ['LeaveApproved', 'type'],
    ['LeaveCancelled', 'nothing'],
    ['LeaveApproved', 'away'],
  ])
})

describe('balances that others change', () => {
  const figures = async () => (await news()).filter(({ type }) => type === 'LeaveFiguresChanged')

  test('are told of, with why, and what they were and are', async () => {
    await save('policy', 'more', { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 25 }] } } })
    const [, ana] = [
      await figures(),
      (await figures()).find((one) => 'person' in one && one.person === office.ana.person),
    ]
    const change = (on: string, n: number) => ({
      leaveType: 'vacation',
      on,
      before: { unit: 'day', n: (n - 3) * 10_000 },
      after: { unit: 'day', n: n * 10_000 },
    })
    expect(ana).toEqual({
      type: 'LeaveFiguresChanged',
      person: office.ana.person,
      because: [{ kind: 'terms', document: 'more', version: 1 }],
      balances: [change('2026-05-04', 25), change('2026-12-31', 25), change('2027-12-31', 25)],
      corrected: [],
    })
  })

  test('are not told of again where they follow from what becomes of leave', async () => {
    const { ana, clara } = office
    await asks('2026-06-01', '2026-06-05')
    const dates = { kind: 'range', first: day('2026-06-03'), firstPart: 'whole', last: day('2026-06-05') } as const
    await decide(office.world)(ana.person, metaOf(office, `s-${++keys}`, { actor: clara.person }), (on) => ({
      type: 'RecordSickness',
      request: 's1',
      leaveType: 'sick',
      dates: { ...dates, lastPart: 'whole' },
      certificate: { first: dates.first, last: dates.last },
      cover: null,
      note: null,
      ...doingOf(clara, on),
    }))
    expect((await news()).map(({ type }) => type)).toEqual(['LeaveRequested', 'LeaveApproved', 'LeaveChanged'])
  })

  test('are not told of to whoever begins today', async () => {
    await save('policy', 'more', { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 25 }] } } })
    await figures()
    published.length = 0
    const fay = { ...office.ana, person: 'fay' as typeof office.ana.person }
    await joins(office, fay, null, '2026-05-04')
    expect(await figures()).toEqual([])
  })

  test('are not told of to who has just joined, nor where nothing is otherwise', async () => {
    await joins(office, { ...office.ana, person: 'fay' as typeof office.ana.person }, null)
    await asks('2026-06-01')
    expect(await figures()).toEqual([])
  })
})
