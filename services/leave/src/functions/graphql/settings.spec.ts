import type { Actor } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { opened } from '#testing/desk.ts'
import { type Office, recordsOf, settled } from '#testing/office.ts'
import { days, type Payload, problem, questions } from '#testing/questions.ts'

const { handler } = await import('./lambda.ts')

let office: Office
beforeEach(async () => {
  office = await opened('settings')
})
const { key, ask, change, made } = questions(handler, () => office)

const from = '2026-01-01'
const setting = (kind: string, document: unknown, more: Payload = {}) => ({
  kind,
  id: 'all',
  document: document === null ? null : JSON.stringify(document),
  from,
  appliesTo: {},
  seen: 0,
  ...more,
})
const save = (kind: string, document: unknown, more?: Payload, actor: Actor = office.clara) =>
  change('saveSetting', setting(kind, document, more), actor)
const thirty = { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 30 }] } } }
const june = { leaveType: 'vacation', first: '2026-06-01', last: '2026-06-03' }

describe('a setting', () => {
  test('is saved, reaches people, and is listed as it was written, with all that holds besides', async () => {
    expect(await save('policy', thirty, { id: 'vacation-30' })).toEqual({ version: 1 })
    await settled(office)
    const { balances } = await ask('Query.balances', {})
    expect(balances).toMatchObject([{ figures: { granted: days(30) } }])
    const { version, settings } = await ask('Query.settings', {}, office.clara)
    expect(version).toBe(1)
    expect(settings).toMatchObject([{ kind: 'policy', id: 'vacation-30', leaveType: 'vacation', from, version: 1 }])
    const [one] = settings as readonly { readonly document: string; readonly appliesTo: Payload }[]
    expect(one?.appliesTo).toEqual({})
    expect(JSON.parse(one?.document ?? '')).toMatchObject({ leaveType: 'vacation', unit: 'day' })
  })

  test('has a history of its own, and can end', async () => {
    await save('policy', thirty, { id: 'v', appliesTo: { teams: ['design'], persons: null } })
    expect(await save('policy', null, { id: 'v', from: '2027-01-01', seen: 1 })).toEqual({ version: 2 })
    const shown = async (args: Payload) => (await ask('Query.settings', args, office.clara))['settings']
    const last = { kind: 'policy', id: 'v', leaveType: 'vacation', from: '2027-01-01', appliesTo: {}, version: 2 }
    expect(await shown({})).toEqual([last])
    expect(await shown({ kind: 'rules' })).toEqual([])
    expect(await shown({ id: 'v' })).toMatchObject([{ version: 1, appliesTo: { teams: ['design'] } }, last])
  })

  test('is for admins alone', async () => {
    const input = setting('policy', thirty)
    for (const actor of [office.ana, office.ben]) {
      expect(await change('saveSetting', input, actor)).toMatchObject(problem('NotAdmin', 403))
      expect(await ask('Query.previewSetting', { input }, actor)).toMatchObject(problem('NotAdmin', 403))
      expect(await ask('Query.settings', {}, actor)).toMatchObject({ settings: [], ...problem('NotAdmin', 403) })
    }
  })

  test('that is wrong is told everything', async () => {
    const before = await recordsOf(office)
    const wrong = { leaveType: 'vacation', unit: 'weeks', entitlement: { plan: {} } }
    const answer = await save('policy', wrong)
    expect(answer).toMatchObject(problem('InvalidDocument', 422))
    const { mistakes } = JSON.parse((answer['problem'] as { readonly facts: string }).facts)
    expect(mistakes.map(({ path }: { readonly path: string }) => path)).toEqual(
      expect.arrayContaining(['$.unit', '$.entitlement.plan.stages']),
    )
    expect(await save('policy', null, { document: '{' })).toMatchObject(problem('InvalidDocument', 422))
    expect(await save('policy', null, { document: 'x'.repeat(60_001) })).toMatchObject(problem('InvalidInput', 400))
    expect(await save('weather', {})).toMatchObject(problem('InvalidInput', 400))
    expect(await save('rules', [], { appliesTo: { countries: ['Portugal'] } })).toMatchObject(
      problem('InvalidInput', 400),
    )
    expect(await save('rules', null)).toMatchObject(problem('UnknownSetting', 404, { kind: 'rules', setting: 'all' }))
    expect(await recordsOf(office)).toEqual(before)
  })

  test('is saved on top of what was seen, and once', async () => {
    const command = { input: { commandId: key(), ...setting('rules', []) } }
    const first = await ask('Mutation.saveSetting', command, office.clara)
    expect(await ask('Mutation.saveSetting', command, office.clara)).toEqual(first)
    expect(await save('leaveTypes', [])).toMatchObject(problem('SettingsMoved', 409, { seen: 0, version: 1 }))
  })

  test('shows who would gain or lose what, before it is saved', async () => {
    const id = await made('requestLeave', june)
    await settled(office)
    const holidays = { holidays: [{ date: '2026-06-02', name: 'Day of the company' }] }
    const input = setting('calendar', holidays, { id: 'lisbon', appliesTo: { locations: ['lisbon'] } })
    const before = await recordsOf(office)
    const shown = await ask('Query.previewSetting', { input }, office.clara)
    expect(shown).toMatchObject({
      version: 0,
      people: 1,
      affected: [
        {
          person: office.ana.person,
          balances: expect.arrayContaining([
            { leaveType: 'vacation', on: '2026-12-31', before: days(19), after: days(20) },
          ]),
          leaves: [{ request: id, before: days(3), after: days(2) }],
        },
      ],
    })
    expect(await recordsOf(office)).toEqual(before)
  })
})

test.each([
  ['rules', []],
  ['leaveTypes', []],
  ['approval', {}],
])('%s change nobody’s figures, so that there is no preview of them by person', async (kind, document) =>
  expect(await ask('Query.previewSetting', { input: setting(kind, document) }, office.clara)).toMatchObject(
    problem('NoPreview', 422, { kind }),
  ),
)

describe('a rule of the company', () => {
  const rules = [
    { id: 'peak', name: 'The fair', rule: { kind: 'blackout', days: ['2026-06-02'] }, overridableBy: ['approver'] },
    { id: 'early', when: { leaveTypes: ['unpaid'] }, rule: { kind: 'notice', days: 60 }, exception: true },
  ]
  beforeEach(async () => {
    await save('rules', rules)
  })
  const preview = (input: Payload, actor: Actor = office.ana) => ask('Query.previewRequest', { input }, actor)

  test('stands beside what leave would cost, with who may pass over it', async () => {
    expect(await preview(june)).toMatchObject({
      amount: days(3),
      availableBefore: days(22),
      charges: [{ day: '2026-06-01', part: 'whole', amount: days(1), sandwiched: false }, {}, {}],
      brokenRules: [
        {
          rule: 'peak',
          name: 'The fair',
          kind: 'blackout',
          overridableBy: ['approver'],
          exception: false,
          findings: [{ first: '2026-06-02', last: '2026-06-02', part: 'whole' }],
        },
      ],
      ...problem('BreaksRules', 422),
    })
    expect(await change('requestLeave', june)).toMatchObject(problem('BreaksRules', 422))
  })

  test('lets an exception be asked for, where it says so', async () => {
    const unpaid = { ...june, leaveType: 'unpaid', first: '2026-06-03' }
    expect(await preview(unpaid)).toMatchObject({
      brokenRules: [{ rule: 'early', exception: true }],
      ...problem('BreaksRules', 422),
    })
    expect((await preview({ ...unpaid, exception: true }))['problem']).toBeUndefined()
    expect(await change('requestLeave', { ...june, exception: true })).toMatchObject(problem('BreaksRules', 422))
    expect(await change('requestLeave', { ...unpaid, exception: true })).toMatchObject({ request: expect.any(String) })
  })

  test('is passed over by whoever may, for those they enter leave for', async () => {
    const forAna = { ...june, person: office.ana.person }
    const shown = await preview(forAna, office.clara)
    expect(shown).toMatchObject({ brokenRules: [{ rule: 'peak' }], ...problem('BreaksRules', 422) })
    expect((await preview(forAna, office.ben))['problem']).toBeUndefined()
    expect(await preview(forAna, office.dora)).toMatchObject(
      problem('UnknownPerson', 404, { person: office.ana.person }),
    )
  })

  test('can be tried on the leave that was asked for, before it is switched on', async () => {
    const leave = { leaveType: 'vacation', first: '2026-07-01', last: '2026-07-02' }
    const request = await made('requestLeave', leave)
    await made('requestLeave', { ...leave, first: '2026-07-06', last: '2026-07-06' })
    const document = JSON.stringify([{ id: 'fair', rule: { kind: 'blackout', days: ['2026-07-02'] } }])
    const july = { document, first: '2026-07-01', last: '2026-07-31' }
    const records = await recordsOf(office)
    expect(await ask('Query.previewRules', july, office.clara)).toMatchObject({
      requests: 2,
      count: 1,
      refused: [{ person: office.ana.person, request, first: '2026-07-01', brokenRules: [{ rule: 'fair' }] }],
    })
    expect(await recordsOf(office)).toEqual(records)
    const refusing = (more: Payload, actor = office.clara) => ask('Query.previewRules', { ...july, ...more }, actor)
    expect(await refusing({ from: '2026-07-02' })).toMatchObject({ count: 1 })
    expect(await refusing({ from: '2026-07-03' })).toMatchObject({ requests: 2, count: 0 })
    expect(await refusing({ appliesTo: { teams: ['design'] } })).toMatchObject({ count: 1 })
    expect(await refusing({ appliesTo: { teams: ['sales'] } })).toMatchObject({ requests: 2, count: 0 })
    expect(await refusing({}, office.ben)).toMatchObject(problem('NotAdmin', 403))
    expect(await refusing({ document: '[{}]' })).toMatchObject(problem('InvalidDocument', 422))
    expect(await refusing({ last: '2026-06-30' })).toMatchObject(problem('EndBeforeStart', 422))
    expect(await refusing({ last: '2027-07-02' })).toMatchObject(problem('TooLong', 422, { days: 367, most: 366 }))
  })

  test('names blackout days', async () => {
    expect(await ask('Query.blackoutDays', { first: '2026-06-01', last: '2026-06-30' })).toEqual({
      days: [{ day: '2026-06-02', rule: 'peak', name: 'The fair', leaveTypes: null }],
    })
    expect(await ask('Query.blackoutDays', { first: '2026-06-02', last: '2026-06-01' })).toMatchObject(
      problem('EndBeforeStart', 422),
    )
    expect(await ask('Query.blackoutDays', { first: '2026-01-01', last: '2027-01-02' })).toMatchObject(
      problem('TooLong', 422, { days: 367, most: 366 }),
    )
  })
})

test('a preview of leave to be entered says which days the balance does not cover', async () => {
  const input = { leaveType: 'vacation', first: '2026-06-01', last: '2026-07-01', person: office.ana.person }
  const shown = await ask('Query.previewRequest', { input }, office.ben)
  expect(shown['problem']).toBeUndefined()
  expect(shown).toMatchObject({ amount: days(23), uncovered: [{ day: '2026-07-01', amount: days(1) }] })
})

test('a preview names holidays, and who else is away', async () => {
  const document = { holidays: [{ date: '2026-06-04', name: 'Corpo de Deus' }] }
  await save('calendar', document, { id: 'lisbon', appliesTo: { locations: ['lisbon'] } })
  await change('enterLeave', { ...june, person: office.dora.person }, office.ben)
  await settled(office)
  expect(await ask('Query.previewRequest', { input: { ...june, last: '2026-06-05' } })).toMatchObject({
    amount: days(4),
    holidays: [{ day: '2026-06-04', part: 'whole', name: 'Corpo de Deus', kind: 'holiday' }],
    alsoAway: [{ person: office.dora.person, first: '2026-06-01', last: '2026-06-03', leaveType: 'vacation' }],
  })
})

test('public holidays are a calendar to start from', async () => {
  const holidays = async (args: Payload) => {
    const { document, regions } = await ask('Query.publicHolidays', args)
    return { regions, ...JSON.parse(String(document)) }
  }
  const germany = await holidays({ country: 'DE', region: 'BY', firstYear: 2026, lastYear: 2026 })
  expect(germany.regions).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'BY' })]))
  expect(germany.holidays).toEqual(expect.arrayContaining([expect.objectContaining({ date: '2026-01-06' })]))
  expect(germany.holidays.every(({ date }: { readonly date: string }) => date.startsWith('2026'))).toBe(true)
  expect(await holidays({ country: 'XX' })).toEqual({ regions: [], holidays: [], closings: [] })
  expect(await ask('Query.publicHolidays', { country: 'Portugal' })).toMatchObject(problem('InvalidInput', 400))
  const saved = await save('calendar', { holidays: germany.holidays }, { id: 'munich' })
  expect(saved).toEqual({ version: 1 })
})

describe('the Bradford factor', () => {
  const types = (bradford: boolean) => [
    { id: 'vacation', name: 'Vacation' },
    { id: 'sick', name: 'Sick leave', sickness: { bradford } },
  ]
  const factor = (actor: Actor, on?: string) =>
    ask('Query.bradford', { person: office.ana.person, ...(on && { on }) }, actor)
  const ill = (first: string, last = first) => made('recordSickness', { leaveType: 'sick', first, last })

  test('weighs the sickness of 52 weeks for HR and admins, where the company wants it, and for nobody else', async () => {
    await ill('2026-03-02')
    await ill('2026-04-13', '2026-04-14')
    expect(await factor(office.clara)).toEqual({})
    await save('leaveTypes', types(true), { id: 'all' })
    const hr: Actor = { ...office.dora, person: 'hr' as Actor['person'], roles: ['employee', 'hr'] }
    for (const actor of [office.clara, hr])
      expect(await factor(actor)).toEqual({ spells: 2, days: { unit: 'day', n: 30_000, text: '3 days' }, score: '12' })
    expect(await factor(office.clara, '2026-03-31')).toMatchObject({ spells: 1, score: '1' })
    for (const actor of [office.ana, office.ben, office.dora])
      expect(await factor(actor)).toMatchObject(problem('UnknownPerson', 404))
  })
})

describe('what may be written', () => {
  test('is said by a schema for each kind', async () => {
    for (const kind of ['policy', 'schedule', 'calendar', 'leaveTypes', 'rules', 'approval']) {
      const schema = JSON.parse(String(await ask('Query.settingSchema', { kind })))
      expect(schema).toMatchObject({ $schema: expect.stringContaining('2020-12') })
    }
  })

  test('is checked, and written out, without anything else', async () => {
    const check = (document: unknown) =>
      ask('Query.checkSetting', { kind: 'policy', document: JSON.stringify(document) })
    const right = await check(thirty)
    expect(right).toEqual({ document: expect.any(String), mistakes: [] })
    expect(await check(JSON.parse(String(right['document'])))).toEqual(right)
    expect(await check({ ...thirty, colour: 'red', unit: 'moon' })).toEqual({
      mistakes: expect.arrayContaining([
        { path: '$.colour', message: expect.any(String) },
        { path: '$.unit', message: expect.any(String) },
      ]),
    })
    expect(await ask('Query.checkSetting', { kind: 'rules', document: '{' })).toMatchObject({
      mistakes: [{ path: '$' }],
    })
  })
})
