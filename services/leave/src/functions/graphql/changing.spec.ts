import { beforeEach, describe, expect, test } from 'vitest'
import { clock, opened } from '#testing/desk.ts'
import { type Office, recordsOf, settled } from '#testing/office.ts'
import { days, type Payload, problem, questions } from '#testing/questions.ts'

const { handler } = await import('./lambda.ts')

let office: Office
beforeEach(async () => {
  office = await opened('changing')
})
const { key, ask, change, made } = questions(handler, () => office)

const june = { leaveType: 'vacation', first: '2026-06-01', last: '2026-06-03' }
const request = (input: Payload = june) => made('requestLeave', input)
const about = (request: string) => ({ person: office.ana.person, request })
const approved = async (input: Payload = june): Promise<string> => {
  const id = await request(input)
  await change('approveLeave', about(id), office.ben)
  return id
}
const detail = async (id: string, actor = office.ana) =>
  (await ask('Query.leaveRequest', about(id), actor))['detail'] as Payload
const available = async () => {
  const { days: shown } = await ask('Query.balancesOn', { leaveType: 'vacation', on: ['2026-12-31'] })
  return (shown as readonly { readonly figures: Payload }[])[0]?.figures['available']
}

describe('days that are asked for', () => {
  const charges = async (input: Payload) =>
    ((await detail(await request({ leaveType: 'vacation', ...input })))['charges'] as readonly Payload[]).map(
      ({ day, part, amount }) => [day, part, amount],
    )

  test('are a range with a half at either end', async () =>
    expect(await charges({ first: '2026-06-01', firstPart: 'pm', last: '2026-06-03', lastPart: 'am' })).toEqual([
      ['2026-06-01', 'pm', days(0.5)],
      ['2026-06-02', 'whole', days(1)],
      ['2026-06-03', 'am', days(0.5)],
    ]))

  test('are a single day, whose part is said once', async () =>
    expect(await charges({ first: '2026-06-01', firstPart: 'am', last: '2026-06-01' })).toEqual([
      ['2026-06-01', 'am', days(0.5)],
    ]))

  test('are half a day, and nobody says which', async () =>
    expect(await charges({ first: '2026-06-01', lastPart: 'half', last: '2026-06-01' })).toEqual([
      ['2026-06-01', 'half', days(0.5)],
    ]))

  test('are hours, or days one by one, and are shown as they were asked for', async () => {
    const named = [
      { day: '2026-06-01', times: '09:00-13:00' },
      { day: '2026-06-05', part: 'am' },
    ]
    const id = await request({ leaveType: 'unpaid', days: named })
    expect(await detail(id)).toMatchObject({
      first: '2026-06-01',
      last: '2026-06-05',
      dates: {
        days: [
          { day: '2026-06-01', part: '09:00-13:00' },
          { day: '2026-06-05', part: 'am' },
        ],
      },
    })
  })

  const many = Array.from({ length: 367 }, () => ({ day: '2026-06-01' }))
  test.each([
    ['no days at all', {}, 'first', 'is missing'],
    ['a range without an end', { first: '2026-06-01' }, 'last', 'is missing'],
    [
      'a range beside days',
      { last: '2026-06-01', days: [{ day: '2026-06-01' }] },
      'last',
      'stands beside days, which say it all',
    ],
    [
      'a part and hours',
      { first: '2026-06-01', last: '2026-06-02', firstPart: 'am', firstTimes: '09:00-10:00' },
      'firstTimes',
      'stands beside a part: one of them says it',
    ],
    [
      'a part and hours of a day',
      { days: [{ day: '2026-06-01', part: 'am', times: '09:00-10:00' }] },
      'days.0.times',
      'stands beside a part: one of them says it',
    ],
    ['times that are none', { days: [{ day: '2026-06-01', times: '9 to 10' }] }, 'days.0.times', TIMES()],
    ['times that end first', { days: [{ day: '2026-06-01', times: '10:00-09:00' }] }, 'days.0.times', TIMES()],
    ['367 days', { days: many }, 'days', 'has more than 366 members'],
  ])('are refused: %s', async (_what, input, path, message) => {
    const before = await recordsOf(office)
    const issues = [{ path: `input.dates.${path}`, message }]
    expect(await change('requestLeave', { leaveType: 'vacation', ...input })).toMatchObject(
      problem('InvalidInput', 400, { issues }),
    )
    expect(await recordsOf(office)).toEqual(before)
  })

  test('are refused by the engine: two mornings of one day, no day', async () => {
    const twice = [
      { day: '2026-06-01', part: 'am' },
      { day: '2026-06-01', part: 'am' },
    ]
    expect(await change('requestLeave', { leaveType: 'vacation', days: twice })).toMatchObject(
      problem('NamedTwice', 422),
    )
    expect(await change('requestLeave', { leaveType: 'vacation', days: [] })).toMatchObject(problem('NoDays', 422))
  })
})
function TIMES() {
  return 'not times such as 09:00-12:30'
}

describe('a change', () => {
  test('of a request that waits is the person’s own to make', async () => {
    const id = await request()
    expect(await change('editLeave', { ...about(id), first: '2026-06-08', last: '2026-06-09' })).toEqual({
      request: id,
      version: expect.any(Number),
    })
    expect(await detail(id)).toMatchObject({ first: '2026-06-08', last: '2026-06-09', state: 'pending' })
  })

  test('of approved leave to fewer days needs nobody', async () => {
    const id = await approved()
    await change('editLeave', { ...about(id), first: '2026-06-01', last: '2026-06-02' })
    expect(await detail(id)).toMatchObject({ state: 'approved', last: '2026-06-02' })
    expect(await available()).toEqual(days(20))
  })

  test('of approved leave to other days waits for approval, and the leave stays as it was until then', async () => {
    const id = await approved()
    const longer = { ...about(id), first: '2026-06-01', last: '2026-06-05' }
    await change('editLeave', longer)
    expect(await detail(id, office.ben)).toMatchObject({
      state: 'changeRequested',
      last: '2026-06-03',
      mayDecide: true,
      proposed: { dates: { last: '2026-06-05' }, by: office.ana.person, charges: expect.any(Array) },
      request: { status: 'approved', decidedBy: office.ben.person },
    })
    await change('declineLeave', about(id), office.ben)
    expect(await detail(id)).toMatchObject({ state: 'approved', last: '2026-06-03' })
    await change('editLeave', longer)
    await change('withdrawLeave', about(id))
    expect(await detail(id)).toMatchObject({ state: 'approved', last: '2026-06-03' })
    await change('editLeave', longer)
    await change('approveLeave', about(id), office.ben)
    expect(await detail(id)).toMatchObject({ state: 'approved', last: '2026-06-05' })
    expect(await available()).toEqual(days(17))
  })

  test('by nobody’s business is of no request', async () => {
    const id = await request()
    const input = { ...about(id), first: '2026-06-08', last: '2026-06-09' }
    for (const actor of [office.dora, { ...office.dora, person: 'nobody' as typeof office.dora.person }]) {
      expect(await change('editLeave', input, actor)).toMatchObject(problem('NotRequested', 404, { request: id }))
      expect(await change('cancelLeaveDays', { ...about(id), days: [{ day: '2026-06-01' }] }, actor)).toMatchObject(
        problem('NotRequested', 404, { request: id }),
      )
    }
    expect(await change('editLeave', { ...input, request: 'other' })).toMatchObject(
      problem('NotRequested', 404, { request: 'other' }),
    )
  })

  test('to days that clash, or are too many, is refused', async () => {
    const id = await request()
    await request({ ...june, first: '2026-06-08', last: '2026-06-09' })
    expect(await change('editLeave', { ...about(id), first: '2026-06-03', last: '2026-06-08' })).toMatchObject(
      problem('Overlaps', 409),
    )
    expect(await change('editLeave', { ...about(id), first: '2026-07-01', last: '2026-08-31' })).toMatchObject(
      problem('NotEnoughLeft', 409),
    )
  })

  test('can be seen before it is made', async () => {
    const id = await approved()
    const preview = (more: Payload, actor = office.ana) =>
      ask('Query.previewEdit', { input: { ...about(id), first: '2026-06-01', ...more } }, actor)
    const before = await recordsOf(office)
    const longer = await preview({ last: '2026-06-05' })
    expect(longer['problem']).toBeUndefined()
    expect(longer).toMatchObject({ amount: days(5), availableBefore: days(19), availableAfter: days(17) })
    expect(await preview({ last: '2026-07-31' })).toMatchObject({
      amount: days(45),
      availableAfter: days(-23),
      ...problem('NotEnoughLeft', 409),
    })
    expect(await preview({ last: '2026-06-05' }, office.dora)).toMatchObject(problem('NotRequested', 404))
    expect(await preview({ first: '2026-06-06', last: '2026-06-07' })).toMatchObject(problem('NoWorkingDay', 422))
    expect(await recordsOf(office)).toEqual(before)
  })

  test('takes single days and halves back', async () => {
    const id = await approved()
    const gone = [{ day: '2026-06-01' }, { day: '2026-06-03', part: 'pm' }]
    await change('cancelLeaveDays', { ...about(id), days: gone })
    expect(await detail(id)).toMatchObject({
      state: 'approved',
      dates: {
        days: [
          { day: '2026-06-02', part: 'whole' },
          { day: '2026-06-03', part: 'am' },
        ],
      },
    })
    expect(await available()).toEqual(days(20.5))
    expect(await change('cancelLeaveDays', { ...about(id), days: [] })).toMatchObject(problem('InvalidInput', 400))
  })
})

describe('leave that is entered', () => {
  const july = { leaveType: 'vacation', first: '2026-07-01', last: '2026-08-31', reason: 'Agreed by phone' }

  test('by whoever approves is accepted at once, beyond the balance too', async () => {
    const id = await made('enterLeave', { person: office.ana.person, ...july }, office.ben)
    expect(await detail(id)).toMatchObject({
      state: 'approved',
      askedBy: office.ben.person,
      request: { reason: 'Agreed by phone' },
    })
    expect(await available()).toEqual(days(-22))
  })

  test('by others is for nobody they know; by oneself it is asked for', async () => {
    const input = { person: office.ana.person, ...july }
    expect(await change('enterLeave', input, office.dora)).toMatchObject(
      problem('UnknownPerson', 404, { person: office.ana.person }),
    )
    expect(await change('enterLeave', { ...input, person: 'nobody' }, office.ben)).toMatchObject(
      problem('UnknownPerson', 404, { person: 'nobody' }),
    )
    expect(await change('enterLeave', input)).toMatchObject(problem('NotYours', 403, { person: office.ana.person }))
  })
})

describe('sickness', () => {
  const sick = { leaveType: 'sick', first: '2026-06-02', last: '2026-06-03' }
  const certificate = { first: '2026-06-02', last: '2026-06-03' }

  test('gives certified days of approved leave back', async () => {
    await approved()
    expect(await available()).toEqual(days(19))
    const id = await made('recordSickness', { ...sick, certificate })
    expect(await detail(id)).toMatchObject({ state: 'approved', certificate })
    expect(await available()).toEqual(days(21))
  })

  test('gives them back once the certificate is there, days later too', async () => {
    await approved()
    const id = await made('recordSickness', sick)
    clock.set('2026-06-05T08:00:00.000Z')
    expect(await available()).toEqual(days(19))
    expect(await change('certifySickness', { ...about(id), certificate }, office.dora)).toMatchObject(
      problem('UnknownPerson', 404),
    )
    expect(await change('certifySickness', { ...about(id), certificate })).toMatchObject({ request: id })
    expect(await detail(id)).toMatchObject({ certificate })
    expect(await available()).toEqual(days(21))
  })

  test('is recorded for somebody by whoever approves for them, and by no colleague', async () => {
    const input = { person: office.ana.person, ...sick }
    expect(await change('recordSickness', input, office.ben)).toMatchObject({ request: expect.any(String) })
    expect(await change('recordSickness', input, office.dora)).toMatchObject(
      problem('UnknownPerson', 404, { person: office.ana.person }),
    )
  })

  test('is asked for like other leave, and recorded at once, on free days too', async () => {
    const weekend = { leaveType: 'sick', first: '2026-06-06', last: '2026-06-07' }
    expect(await ask('Query.previewRequest', { input: weekend })).toMatchObject({ amount: days(0), brokenRules: [] })
    const id = await request(weekend)
    expect(await detail(id)).toMatchObject({ state: 'approved', charges: [], levels: [] })
  })

  test('is of a type that is sickness', async () =>
    expect(await change('recordSickness', { ...sick, leaveType: 'vacation' })).toMatchObject(
      problem('NotSickness', 422, { leaveType: 'vacation' }),
    ))
})

describe('the colleague who takes the work over', () => {
  const answer = (id: string, agrees: boolean, actor = office.dora) =>
    change('answerCover', { ...about(id), agrees }, actor)
  const covered = () => request({ ...june, cover: office.dora.person, reason: 'Family matters' })

  test('agrees, and sees the days and nothing else', async () => {
    const id = await covered()
    expect(await ask('Query.leaveRequest', about(id), office.dora)).toEqual({
      detail: {
        person: office.ana.person,
        id,
        first: '2026-06-01',
        firstPart: 'whole',
        last: '2026-06-03',
        lastPart: 'whole',
        dates: { first: '2026-06-01', firstPart: 'whole', last: '2026-06-03', lastPart: 'whole' },
        state: 'pending',
        cover: office.dora.person,
        coverAsked: office.dora.person,
      },
    })
    await change('approveLeave', about(id), office.ben)
    expect(await detail(id)).toMatchObject({ state: 'partlyApproved' })
    await answer(id, true)
    expect(await detail(id)).toMatchObject({ state: 'approved', coverAgrees: true })
  })

  test('is nobody else', async () => {
    const id = await covered()
    expect(await answer(id, true, office.ben)).toMatchObject(problem('NotYourDecision', 403, { request: id }))
    const later = { leaveType: 'vacation', first: '2026-07-01', last: '2026-07-01', cover: office.ana.person }
    expect(await change('requestLeave', later)).toMatchObject(problem('OwnCover', 422))
  })

  test('finds what they are asked about, until they have answered', async () => {
    const id = await covered()
    await settled(office)
    // What it would cost is not for them.
    const input = { ...about(id), first: '2026-06-01', last: '2026-06-02' }
    expect(await ask('Query.previewEdit', { input }, office.dora)).toMatchObject(problem('NotRequested', 404))
    expect(await change('editLeave', input, office.dora)).toMatchObject(problem('NotYourDecision', 403))
    const asked = async (actor = office.dora) => (await ask('Query.coverRequests', {}, actor))['requests']
    expect(await asked()).toMatchObject([{ id, person: office.ana.person, coverAsked: office.dora.person }])
    expect(JSON.stringify(await asked())).not.toContain('Family')
    expect(await asked(office.ben)).toEqual([])
    await answer(id, false)
    expect(await asked()).toEqual([])
  })

  test('is there on these days', async () => {
    await change('enterLeave', { person: office.dora.person, ...june }, office.ben)
    expect(await change('requestLeave', { ...june, cover: office.dora.person })).toMatchObject(
      problem('CoverAway', 422, { cover: office.dora.person, on: '2026-06-01' }),
    )
  })
})

describe('cancelling that has to be approved', () => {
  beforeEach(async () => {
    const input = { kind: 'approval', id: 'all', document: '{"cancellation":"approval"}', from: '2026-01-01' }
    await change('saveSetting', { ...input, appliesTo: {}, seen: 0 }, office.clara)
  })
  const asked = async () => {
    const id = await approved()
    await change('cancelLeave', about(id))
    expect(await detail(id)).toMatchObject({ state: 'cancelRequested' })
    return id
  }

  test('is approved', async () => {
    const id = await asked()
    await change('approveCancellation', about(id), office.ben)
    expect(await detail(id)).toMatchObject({ state: 'cancelled' })
  })

  test('is declined, or thought better of: the leave stays', async () => {
    const id = await asked()
    await change('declineCancellation', { ...about(id), answer: 'We counted on it' }, office.ben)
    expect(await detail(id)).toMatchObject({ state: 'approved' })
    await change('cancelLeave', about(id))
    await change('keepLeave', about(id))
    expect(await detail(id)).toMatchObject({ state: 'approved' })
  })

  test('was asked for, and is not decided by the person', async () => {
    const id = await approved()
    expect(await change('approveCancellation', about(id), office.ben)).toMatchObject(
      problem('NoCancelAsked', 409, { request: id }),
    )
    await change('cancelLeave', about(id))
    expect(await change('approveCancellation', about(id))).toMatchObject(problem('OwnLeave', 403))
    expect(await change('keepLeave', about(id), office.dora)).toMatchObject(problem('NotRequested', 404))
  })
})

describe('the same command again', () => {
  const one = { first: '2026-06-01', last: '2026-06-01' }
  test.each<[string, (id: string) => Payload, 'ana' | 'ben' | 'clara']>([
    ['editLeave', (id) => ({ ...about(id), ...one }), 'ana'],
    ['cancelLeaveDays', (id) => ({ ...about(id), days: [{ day: '2026-06-01' }] }), 'ana'],
    ['enterLeave', () => ({ person: office.dora.person, leaveType: 'vacation', ...one }), 'ben'],
    ['recordSickness', () => ({ person: office.dora.person, leaveType: 'sick', ...one }), 'ben'],
    ['credit', () => ({ person: office.ana.person, ...extra, amount: '1' }), 'ben'],
    ['recordWork', () => ({ person: office.ana.person, ...one, minutes: 600 }), 'ben'],
    ['payOut', () => ({ person: office.ana.person, leaveType: 'vacation', amount: '1' }), 'clara'],
  ])('%s has one effect and one answer', async (name, input, who) => {
    const command = { input: { commandId: key(), ...input(await approved()) } }
    const first = await ask(`Mutation.${name}`, command, office[who])
    expect(first['problem']).toBeUndefined()
    const records = await recordsOf(office)
    expect(await ask(`Mutation.${name}`, command, office[who])).toEqual(first)
    expect(await recordsOf(office)).toEqual(records)
  })
  const extra = { leaveType: 'vacation', source: 'manual', from: '2026-05-04' }
})

test('a request tells who is asked, what lies ahead, and what speaks against it', async () => {
  const id = await request()
  expect(await detail(id, office.ben)).toMatchObject({
    state: 'pending',
    mayDecide: true,
    waitingSince: '2026-05-04',
    levels: [{ level: 1, need: 'anyOf', approvers: ['approver:1'], waits: true, seats: [{ by: [office.ben.person] }] }],
    deadlines: expect.arrayContaining([expect.objectContaining({ kind: 'reminder', who: office.ben.person })]),
    brokenRules: [],
  })
  expect(await detail(id)).toMatchObject({ mayDecide: false })
  expect(await detail(id, office.clara)).toMatchObject({ mayDecide: true })
  expect(await ask('Query.leaveRequest', about(id), office.dora)).toMatchObject(
    problem('NotRequested', 404, { request: id }),
  )
})

test('requests are listed for a time', async () => {
  const [early, late] = [
    await request(),
    await request({ leaveType: 'vacation', first: '2026-12-28', last: '2027-01-04' }),
  ]
  const listed = async (span: Payload) =>
    ((await ask('Query.leaveRequests', span))['requests'] as readonly Payload[]).map(({ id }) => id)
  expect(await listed({})).toEqual([late, early])
  expect(await listed({ last: '2026-12-27' })).toEqual([early])
  expect(await listed({ first: '2027-01-01', last: '2027-12-31' })).toEqual([late])
  expect(await listed({ first: '2026-06-04', last: '2026-12-27' })).toEqual([])
})
