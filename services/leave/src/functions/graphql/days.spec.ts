import type { Actor } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { opened } from '#testing/desk.ts'
import { type Office, settled } from '#testing/office.ts'
import { type Payload, problem, questions } from '#testing/questions.ts'

const { handler } = await import('./lambda.ts')

let office: Office
beforeEach(async () => {
  office = await opened('days')
})
const { ask, change, made } = questions(handler, () => office)

const monday = { first: '2026-06-01', last: '2026-06-01' }
const enter = (leaveType: string, more: Payload = {}, who = office.ana) =>
  made('enterLeave', { person: who.person, leaveType, ...monday, ...more }, office.ben)
const slots = async (actor: Actor, span: Payload = monday, who = office.ana) => {
  const { people } = await ask('Query.dayView', { people: [who.person], ...span }, actor)
  return (people as readonly { readonly days: readonly { readonly slots: unknown }[] }[])[0]?.days.flatMap(
    ({ slots }) => slots,
  )
}
const away = async (actor: Actor, args: Payload = {}) =>
  (await ask('Query.whoIsAway', { ...monday, ...args }, actor))['days'] as readonly {
    readonly day: string
    readonly away: readonly Payload[]
  }[]

describe('a day of somebody', () => {
  test('says of each part what it is', async () => {
    const request = await enter('vacation', { firstPart: 'am' })
    const leave = { state: 'leave', status: 'approved', leaveType: 'vacation' }
    const work = { part: 'pm', state: 'work' }
    expect(await slots(office.ana)).toEqual([{ part: 'am', ...leave, request }, work])
    expect(await slots(office.dora)).toEqual([{ part: 'am', ...leave }, work])
    expect(await slots(office.dora, { first: '2026-06-06', last: '2026-06-06' })).toEqual([
      { part: 'am', state: 'free' },
      { part: 'pm', state: 'free' },
    ])
  })

  test('does not tell colleagues of sickness, nor of what waits', async () => {
    const request = await made('recordSickness', { leaveType: 'sick', ...monday })
    const sick = { state: 'sickness', status: 'approved', leaveType: 'sick', request }
    for (const actor of [office.ana, office.ben, office.clara])
      expect(await slots(actor)).toEqual([
        { part: 'am', ...sick },
        { part: 'pm', ...sick },
      ])
    expect(await slots(office.dora)).toEqual([
      { part: 'am', state: 'away', status: 'approved' },
      { part: 'pm', state: 'away', status: 'approved' },
    ])
    const tuesday = { first: '2026-06-02', last: '2026-06-02' }
    await made('requestLeave', { leaveType: 'vacation', ...tuesday })
    expect(await slots(office.ben, tuesday)).toMatchObject([{ status: 'pending' }, { status: 'pending' }])
    expect(await slots(office.dora, tuesday)).toEqual([
      { part: 'am', state: 'work' },
      { part: 'pm', state: 'work' },
    ])
  })

  test('is told to a deputy whom leave waited for, and to HR, as in the team calendar', async () => {
    const meanwhile = { deputy: office.dora.person, first: '2026-05-04', last: '2026-05-08' }
    await change('nameDeputy', meanwhile, office.ben)
    const request = await made('requestLeave', { leaveType: 'unpaid', ...monday })
    await settled(office)
    const hr: Actor = { ...office.dora, person: 'hr' as Actor['person'], roles: ['employee', 'hr'] }
    for (const actor of [office.dora, hr]) {
      expect(await slots(actor)).toMatchObject([
        { leaveType: 'unpaid', request },
        { leaveType: 'unpaid', request },
      ])
      expect(await ask('Query.teamCalendar', { team: 'design', ...monday }, actor)).toMatchObject({
        away: [{ leaveType: 'unpaid', status: 'pending' }],
      })
    }
  })

  test('is none before somebody joined', async () =>
    expect(await slots(office.ben, { first: '2025-12-31', last: '2025-12-31' })).toBeUndefined())
})

describe('who is away', () => {
  test('is told with parts really taken from work, as far as the viewer may know', async () => {
    const request = await enter('vacation', { last: '2026-06-07' })
    await enter('unpaid', { firstPart: 'am' }, office.dora)
    const ana = { person: office.ana.person, parts: ['whole'], status: 'approved', leaveType: 'vacation' }
    const dora = { person: office.dora.person, parts: ['am'], status: 'approved' }
    expect(await away(office.ana)).toEqual([{ day: '2026-06-01', away: [{ ...ana, request }, dora] }])
    expect((await away(office.dora))[0]?.away).toEqual([
      ana,
      { ...dora, leaveType: 'unpaid', request: expect.any(String) },
    ])
    const weekend = await away(office.ana, { first: '2026-06-05', last: '2026-06-07' })
    expect(weekend.map(({ day, away }) => [day, away.length])).toEqual([
      ['2026-06-05', 1],
      ['2026-06-06', 0],
      ['2026-06-07', 0],
    ])
  })

  test('is filtered by people, team, place, status and type', async () => {
    await enter('vacation')
    await enter('unpaid', {}, office.dora)
    const people = async (args: Payload, actor = office.clara) =>
      (await away(actor, args)).flatMap((day) => day.away.map(({ person }) => person))
    const both = [office.ana.person, office.dora.person]
    expect(await people({})).toEqual(both)
    expect(await people({ people: [office.dora.person, 'nobody'] })).toEqual([office.dora.person])
    expect(await people({ team: 'design', location: 'lisbon' })).toEqual(both)
    expect(await people({ team: 'sales' })).toEqual([])
    expect(await people({ location: 'porto' })).toEqual([])
    expect(await people({ statuses: ['pending'] })).toEqual([])
    expect(await people({ leaveTypes: ['unpaid'] })).toEqual([office.dora.person])
    // Ana may not know what Dora is away for, so she cannot ask for it either.
    expect(await people({ leaveTypes: ['unpaid'] }, office.ana)).toEqual([])
  })

  test('is nobody of another company', async () => {
    await enter('vacation')
    const other = await opened('other')
    expect((await away(other.clara, { people: [office.ana.person] }))[0]?.away).toEqual([])
    expect((await away(other.clara))[0]?.away).toEqual([])
  })

  test.each(['whoIsAway', 'dayView'])('%s: is asked of some days and people at a time', async (name) => {
    const asked = (args: Payload) => ask(`Query.${name}`, args)
    expect(await asked({ first: '2026-06-02', last: '2026-06-01' })).toMatchObject(problem('EndBeforeStart', 422))
    expect(await asked({ first: '2026-06-01', last: '2026-09-01' })).toMatchObject(
      problem('TooLong', 422, { days: 93, most: 92 }),
    )
    const people = Array.from({ length: 101 }, (_, n) => `p${n}`)
    expect(await asked({ ...monday, people })).toMatchObject(problem('InvalidInput', 400))
    expect(await asked({ ...monday, team: 'a b' })).toMatchObject(problem('InvalidInput', 400))
  })
})

describe('leave on single days and in hours', () => {
  const all = { first: '2026-06-01', last: '2026-06-30' }
  const friday = (day: string, part: string) => ({ first: day, firstPart: part, last: day, lastPart: part })
  const fridays = [{ day: '2026-06-05' }, { day: '2026-06-19', times: '09:00-12:00' }]
  const inTheCalendar = async (actor: Actor) =>
    (await ask('Query.teamCalendar', { team: 'design', ...all }, actor))['away']

  test('is in the team calendar on these days alone, with its hours', async () => {
    await made('enterLeave', { person: office.ana.person, leaveType: 'vacation', days: fridays }, office.ben)
    await settled(office)
    const ana = { person: office.ana.person, status: 'approved', leaveType: 'vacation' }
    const away = [friday('2026-06-05', 'whole'), friday('2026-06-19', '09:00-12:00')]
    expect(await inTheCalendar(office.dora)).toEqual(away.map((one) => ({ ...one, ...ana })))
  })

  test('is told as such among requests and in the inbox', async () => {
    const request = await made('requestLeave', { leaveType: 'vacation', days: fridays })
    await settled(office)
    const told = {
      id: request,
      first: '2026-06-05',
      firstPart: 'whole',
      last: '2026-06-19',
      lastPart: '09:00-12:00',
      days: [
        { day: '2026-06-05', part: 'whole' },
        { day: '2026-06-19', part: '09:00-12:00' },
      ],
    }
    expect((await ask('Query.leaveRequests', {}))['requests']).toMatchObject([told])
    expect((await ask('Query.waitingRequests', {}, office.ben))['waiting']).toMatchObject([{ request: told }])
  })

  test('finds others who are away on these days, and not between them', async () => {
    for (const day of ['2026-06-05', '2026-06-12'])
      await made('enterLeave', { person: office.dora.person, leaveType: 'vacation', days: [{ day }] }, office.ben)
    await settled(office)
    const { alsoAway } = await ask('Query.previewRequest', { input: { leaveType: 'vacation', days: fridays } })
    expect(alsoAway).toMatchObject([{ first: '2026-06-05', last: '2026-06-05' }])
  })
})

test('leave that is taken back is nobody’s absence', async () => {
  const request = await enter('vacation')
  await change('cancelLeave', { person: office.ana.person, request })
  expect((await away(office.ana))[0]?.away).toEqual([])
})
