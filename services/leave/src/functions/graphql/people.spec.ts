import { beforeEach, describe, expect, test } from 'vitest'
import { clock, opened } from '#testing/desk.ts'
import { type Office, recordsOf, settled } from '#testing/office.ts'
import { days, type Payload, problem, questions } from '#testing/questions.ts'

const { handler } = await import('./lambda.ts')

let office: Office
beforeEach(async () => {
  office = await opened('people')
})
const { key, ask, change, made } = questions(handler, () => office)

const june = { leaveType: 'vacation', first: '2026-06-01', last: '2026-06-03' }
const event = (version: number) => expect.stringMatching(`^person/${office.ana.person}@${version}[.]\\d+$`)
const may = { first: '2026-05-04', last: '2026-05-31' }

describe('a deputy', () => {
  const named = (more: Payload = {}, actor = office.ben) =>
    change('nameDeputy', { deputy: office.dora.person, ...may, ...more }, actor)

  test('decides what waits for whom they stand in for, and sees figures meanwhile', async () => {
    const request = await made('requestLeave', june)
    const decided = () => change('approveLeave', { person: office.ana.person, request }, office.dora)
    expect(await decided()).toMatchObject(problem('NotRequested', 404))
    expect(await named()).toEqual({ person: office.ben.person, version: expect.any(Number) })
    const args = { person: office.ana.person }
    expect((await ask('Query.balances', args, office.dora))['problem']).toBeUndefined()
    expect(await ask('Query.leaveRequest', { ...args, request }, office.dora)).toMatchObject({
      detail: { mayDecide: true, levels: [{ seats: [{ by: [office.ben.person, office.dora.person] }] }] },
    })
    expect(await decided()).toMatchObject({ request })
  })

  test('is named once, seen, and removed', async () => {
    const command = { input: { commandId: key(), deputy: office.dora.person, ...may } }
    const first = await ask('Mutation.nameDeputy', command, office.ben)
    const records = await recordsOf(office)
    expect(await ask('Mutation.nameDeputy', command, office.ben)).toEqual(first)
    expect(await recordsOf(office)).toEqual(records)
    const shown = async () => (await ask('Query.deputies', {}, office.ben))['deputies']
    expect(await shown()).toEqual([{ deputy: office.dora.person, ...may }])
    await change('removeDeputy', { deputy: office.dora.person, ...may }, office.ben)
    expect(await shown()).toEqual([])
  })

  test('is somebody else of the company, for days in order', async () => {
    expect(await named({ deputy: office.ben.person })).toMatchObject(problem('OwnDeputy', 422))
    expect(await named({ deputy: 'nobody' })).toMatchObject(problem('UnknownPerson', 404, { person: 'nobody' }))
    expect(await named({ last: '2026-05-01' })).toMatchObject(problem('EndBeforeStart', 422))
  })

  test('is named by the person, or an admin', async () => {
    const forBen = { person: office.ben.person }
    expect(await named(forBen, office.ana)).toMatchObject(problem('UnknownPerson', 404, forBen))
    expect(await named(forBen, office.clara)).toMatchObject({ person: office.ben.person })
    expect(await ask('Query.deputies', forBen, office.ana)).toMatchObject(problem('UnknownPerson', 404, forBen))
  })
})

describe('a notice', () => {
  const notices = async (args: Payload = {}, actor = office.ana) =>
    (await ask('Query.notices', args, actor))['notices'] as readonly Payload[]

  test('says what a setting changed for somebody: when, why, before and after', async () => {
    const request = await made('requestLeave', june)
    const before = (await notices()).length
    clock.set('2026-05-05T08:00:00.000Z')
    const document = JSON.stringify({ holidays: [{ date: '2026-06-02', name: 'Day of the company' }] })
    const lisbon = { kind: 'calendar', id: 'lisbon', document, from: '2026-01-01', seen: 0 }
    await change('saveSetting', { ...lisbon, appliesTo: { locations: ['lisbon'] } }, office.clara)
    await settled(office)
    const [latest, ...earlier] = await notices()
    expect(earlier).toHaveLength(before)
    expect(latest).toMatchObject({
      at: expect.stringMatching(/^2026-05-05T08:00/),
      because: [{ kind: 'calendar', document: 'lisbon', version: 1 }],
      leaves: [{ request, before: days(3), after: days(2) }],
      balances: expect.arrayContaining([
        { leaveType: 'vacation', on: '2026-12-31', before: days(19), after: days(20) },
      ]),
      corrected: [],
    })
    expect(await notices({ person: office.ana.person }, office.ben)).toEqual([latest, ...earlier])
    expect(await notices({ before: latest?.['version'] })).toEqual(earlier)
  })

  test('of a closed year says what it is corrected by', async () => {
    clock.set('2027-01-10T08:00:00.000Z')
    const year = { person: office.ana.person, leaveType: 'vacation', last: '2026-12-31' }
    await change('closeYear', year, office.clara)
    const document = JSON.stringify({ leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 30 }] } } })
    const setting = { kind: 'policy', id: 'thirty', document, from: '2026-01-01', appliesTo: {}, seen: 0 }
    await change('saveSetting', setting, office.clara)
    await settled(office)
    const [latest] = await notices()
    expect(latest).toMatchObject({
      because: [{ kind: 'terms', document: 'thirty', version: 1 }],
      corrected: [{ leaveType: 'vacation', last: '2026-12-31', figures: { granted: days(8) } }],
    })
  })

  test('is nobody else’s business', async () => {
    const args = { person: office.ana.person }
    expect(await ask('Query.notices', args, office.dora)).toMatchObject({
      notices: [],
      ...problem('UnknownPerson', 404, args),
    })
  })
})

describe('what is known of somebody', () => {
  const facts = async (args: Payload = {}, actor = office.ana) =>
    (await ask('Query.personFacts', args, actor))['facts'] as Readonly<Record<string, readonly Payload[]>>

  test('says under which policy, schedule and calendar they are, and since when', async () => {
    const saved = { from: '2026-06-01', appliesTo: { persons: [office.ana.person] } }
    const thirty = { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 30 }] } } }
    await change(
      'saveSetting',
      { kind: 'policy', id: 'thirty', document: JSON.stringify(thirty), ...saved, seen: 0 },
      office.clara,
    )
    const week = JSON.stringify({ mon: 6, tue: 6 })
    await change('saveSetting', { kind: 'schedule', id: 'part', document: week, ...saved, seen: 1 }, office.clara)
    await settled(office)
    const { employment, places, policies, schedules } = await facts({ person: office.ana.person }, office.clara)
    expect(employment).toEqual([{ first: '2026-01-01', last: null }])
    expect(places).toMatchObject([
      { from: '2026-01-01', team: 'design', location: 'lisbon', approver: office.ben.person },
    ])
    const vacation = policies?.filter(({ leaveType }) => leaveType === 'vacation')
    expect(vacation).toMatchObject([
      { id: 'starter-pt', from: '2026-01-01', event: event(1) },
      { id: 'thirty', from: '2026-06-01', version: 1 },
    ])
    expect(JSON.parse(String(vacation?.[1]?.['document']))).toMatchObject({ leaveType: 'vacation', unit: 'day' })
    expect(schedules?.at(-1)).toMatchObject({ id: 'part', from: '2026-06-01', version: 2 })
  })

  test('lists what was given, paid out, recorded and closed, without what was taken back', async () => {
    const about = { person: office.ana.person, leaveType: 'vacation' }
    const extra = { ...about, source: 'toil', amount: '2', from: '2026-05-04' }
    const id = await made('credit', { ...extra, reason: 'The fair' }, office.ben)
    const wrong = await made('credit', { ...extra, amount: '20' }, office.ben)
    await change('revokeEntry', { person: office.ana.person, kind: 'credit', id: wrong, reason: 'Twice' }, office.ben)
    await change('payOut', { ...about, amount: '1' }, office.clara)
    const days_ = { first: '2026-04-27', last: '2026-05-01' }
    await change('recordWork', { person: office.ana.person, ...days_, minutes: 600 }, office.ben)
    clock.set('2027-01-10T08:00:00.000Z')
    await change('closeYear', { ...about, last: '2026-12-31' }, office.clara)
    expect(await facts()).toMatchObject({
      credits: [{ id, source: 'toil', amount: days(2), by: office.ben.person, on: '2026-05-04', reason: 'The fair' }],
      payOuts: [{ leaveType: 'vacation', amount: days(1), money: null, reason: null }],
      work: [{ ...days_, minutes: 600 }],
      revoked: [{ kind: 'credit', id: wrong, by: office.ben.person, on: '2026-05-04', reason: 'Twice' }],
      closedYears: [{ leaveType: 'vacation', last: '2026-12-31', figures: { granted: days(24) }, carry: days(23) }],
    })
    expect(await facts({ knownAt: '2026-05-03' })).toMatchObject({
      credits: [],
      payOuts: [],
      work: [],
      closedYears: [],
    })
  })

  test('is nobody else’s business', async () => {
    const args = { person: office.ana.person }
    expect(await ask('Query.personFacts', args, office.dora)).toMatchObject(problem('UnknownPerson', 404, args))
  })
})
