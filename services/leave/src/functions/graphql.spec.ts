import type { Actor } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { clock, opened } from '#testing/desk.ts'
import { asking } from '#testing/gateway.ts'
import { day, type Office, recordsOf, settled, told } from '#testing/office.ts'
import { dated, type Payload, questions } from '#testing/questions.ts'

const { handler } = await import('./graphql/lambda.ts')

let office: Office
beforeEach(async () => {
  office = await opened('office')
})

const { key, ask, change, made } = questions(handler, () => office)

const problem = (type: string, status: number, facts: object = {}) => ({
  problem: { type: `/problems/${type}`, title: expect.any(String), status, detail: null, facts: JSON.stringify(facts) },
})
const days = (n: number, text: string) => ({ unit: 'day', n: n * 10_000, text })
const june = { leaveType: 'vacation', first: '2026-06-01', firstPart: 'whole', last: '2026-06-03', lastPart: 'whole' }

const requested = (input: Payload = june, actor?: Actor) => made('requestLeave', input, actor)
const decide = (name: string, request: string, actor: Actor = office.ben, more: Payload = {}) =>
  change(name, { person: office.ana.person, request, ...more }, actor)
const balance = async (args: Payload = {}, actor: Actor = office.ana) => {
  const { balances } = await ask('Query.balances', args, actor)
  return (balances as readonly Payload[])[0]
}
const requests = async (args: Payload = {}, actor: Actor = office.ana) =>
  (await ask('Query.leaveRequests', args, actor))['requests'] as readonly Payload[]

describe('a leave', () => {
  test('is requested, approved, and explained by the balance', async () => {
    const stream = `person/${office.ana.person}`
    const answer = await change('requestLeave', { ...june, reason: 'Summer with the family' })
    const { request } = answer
    expect(answer).toEqual({ request: expect.stringMatching(/^[\w-]{22}$/), version: 2 })
    expect(await decide('approveLeave', String(request), office.ben, { answer: 'Enjoy!' })).toEqual({
      request,
      version: 3,
    })
    expect(await requests()).toEqual([
      {
        ...june,
        id: request,
        person: office.ana.person,
        status: 'approved',
        amount: days(3, '3 days'),
        askedOn: '2026-05-04',
        decidedBy: office.ben.person,
        decidedOn: '2026-05-04',
        reason: 'Summer with the family',
        answer: 'Enjoy!',
        version: 3,
      },
    ])
    const lot = { lotFrom: '2026-01-01', lotUntil: '2026-12-31' }
    expect(await balance()).toEqual({
      person: office.ana.person,
      leaveType: 'vacation',
      earlierEntries: false,
      asOf: '2026-05-04',
      entitled: days(22, '22 days'),
      taken: days(0, '0 days'),
      booked: days(3, '3 days'),
      pending: days(0, '0 days'),
      expired: days(0, '0 days'),
      available: days(19, '19 days'),
      year: { first: '2026-01-01', last: '2026-12-31' },
      figures: expect.objectContaining({ carried: days(0, '0 days'), balance: days(22, '22 days') }),
      lots: [expect.objectContaining({ booked: days(3, '3 days'), available: days(19, '19 days') })],
      entries: [
        {
          ...lot,
          on: '2026-01-01',
          kind: 'grant',
          what: 'grant',
          amount: days(22, '22 days'),
          balance: days(22, '22 days'),
          event: `${stream}@1.1`,
          text: '22 days granted for 2026, usable until 2026-12-31',
        },
        {
          ...lot,
          on: '2026-06-01',
          kind: 'charge',
          what: 'booked',
          last: '2026-06-03',
          amount: days(-3, '-3 days'),
          balance: days(19, '19 days'),
          request,
          event: `${stream}@3.0`,
          text: '3 days of leave from 2026-06-01 to 2026-06-03',
        },
      ],
    })
  })

  test('may be taken back before the decision, and cancelled after it', async () => {
    const first = await requested()
    expect(await decide('withdrawLeave', first, office.ana)).toEqual({ request: first, version: 3 })
    const second = await requested()
    await decide('approveLeave', second)
    expect(await decide('cancelLeave', second, office.ana)).toEqual({ request: second, version: 6 })
    expect((await requests()).map(({ status }) => status).toSorted()).toEqual(['cancelled', 'withdrawn'])
    expect(await balance()).toMatchObject({ available: days(22, '22 days') })
  })

  test('is declined with an answer that the person reads', async () => {
    const request = await requested()
    await decide('declineLeave', request, office.ben, { answer: 'The fair is that week' })
    expect(await requests()).toMatchObject([{ status: 'declined', answer: 'The fair is that week' }])
  })

  test('needs no reason, and a blank one is none', async () => {
    await requested({ ...june, reason: ' \n ' })
    expect(await requests()).toEqual([expect.not.objectContaining({ reason: expect.anything() })])
    const { body = '' } =
      (await recordsOf(office)).find(({ stream, version }) => stream.includes('ana') && version === 2) ?? {}
    expect(JSON.parse(body).events).toMatchObject([{ type: 'LeaveRequested', data: { note: null } }])
  })

  test('is decided by an admin too, and never by its owner', async () => {
    expect(await decide('approveLeave', await requested(), office.ana)).toEqual(problem('OwnLeave', 403))
    const [{ id } = {}] = await requests()
    expect(await decide('approveLeave', String(id), office.clara)).toMatchObject({ request: id })
  })

  test('is dated where the person works', async () => {
    await told(office, `person/${office.dora.person}@2.0`, {
      type: 'PersonMoved',
      person: office.dora.person,
      from: day('2026-02-01'),
      team: 'design',
      location: 'boston',
      country: 'US',
      zone: 'America/New_York',
      department: null,
      labels: [],
      approver: office.ben.person,
    })
    clock.set('2026-05-05T02:00:00.000Z') // the evening of the 4th in Boston
    await requested(june, office.dora)
    await requested(june, office.ana)
    expect(await requests({}, office.dora)).toMatchObject([{ askedOn: '2026-05-04' }])
    expect(await requests({}, office.ana)).toMatchObject([{ askedOn: '2026-05-05' }])
  })
})

describe('a repeated command', () => {
  test('has one effect and one answer', async () => {
    const input = { ...june, commandId: key(), reason: 'Once' }
    const first = await ask('Mutation.requestLeave', { input })
    expect(await ask('Mutation.requestLeave', { input })).toEqual(first)
    const decision = { commandId: key(), person: office.ana.person, request: first['request'] }
    const approved = await ask('Mutation.approveLeave', { input: decision }, office.ben)
    expect(await ask('Mutation.approveLeave', { input: decision }, office.ben)).toEqual(approved)
    expect(await requests()).toHaveLength(1)
  })

  test('is answered as it was, whatever happened since', async () => {
    const input = { ...june, commandId: key() }
    const first = await ask('Mutation.requestLeave', { input })
    await decide('declineLeave', String(first['request']))
    expect(await ask('Mutation.requestLeave', { input })).toEqual(first)
  })

  test('under a key that stands for something else is refused', async () => {
    const input = { ...june, commandId: key() }
    const { request } = await ask('Mutation.requestLeave', { input })
    const other = { ...input, last: '2026-06-02' }
    expect(await ask('Mutation.requestLeave', { input: other })).toEqual(problem('KeyReused', 422))
    const withdraw = { commandId: input.commandId, person: office.ana.person, request }
    expect(await ask('Mutation.withdrawLeave', { input: withdraw })).toEqual(problem('KeyReused', 422))
    expect(await requests()).toMatchObject([{ status: 'pending', last: '2026-06-03' }])
  })

  test('by somebody else under the same key is a command of their own', async () => {
    const input = { ...june, commandId: key() }
    const { request } = await ask('Mutation.requestLeave', { input })
    const doras = await ask('Mutation.requestLeave', { input }, office.dora)
    expect(doras).toEqual({ request: expect.any(String), version: 2 })
    expect(doras['request']).not.toBe(request)
  })

  test('that was refused is decided anew under a new key', async () => {
    const first = await requested()
    expect(await change('requestLeave', june)).toMatchObject(
      problem('Overlaps', 409, { request: first, ...rangeOf(june) }),
    )
    await decide('withdrawLeave', first, office.ana)
    expect(await change('requestLeave', june)).toMatchObject({ version: 4 })
  })
})

const rangeOf = ({ leaveType: _, ...range }: typeof june) => range

describe('what is refused has no effect:', () => {
  const bad: readonly (readonly [string, Payload, object])[] = [
    ['30 February', { last: '2026-02-30' }, problemAt('input.dates.last')],
    ['a date that is none', { first: 'tomorrow' }, problemAt('input.dates.first')],
    ['a time with a date', { first: '2026-06-01T00:00:00Z' }, problemAt('input.dates.first')],
    ['an unknown field', { colour: 'red' }, problemAt('input.colour')],
    ['a part of no day', { firstPart: 'evening' }, problemAt('input.dates.firstPart')],
    ['a number for a date', { first: 20260601 }, problemAt('input.dates.first')],
    ['1,001 characters', { reason: 'x'.repeat(1_001) }, problemAt('input.reason')],
    ['half a character', { reason: 'a \ud83c b' }, problem('UnstorableText', 400, { path: 'input.reason' })],
    ['a NUL', { reason: 'a\0b' }, problem('UnstorableText', 400, { path: 'input.reason' })],
    ['a key of 129 characters', { commandId: 'x'.repeat(129) }, problemAt('input.commandId')],
    ['a key with a space', { commandId: 'a b' }, problemAt('input.commandId')],
    [
      'a backward range',
      { last: '2026-05-29' },
      problem('EndBeforeStart', 422, { first: '2026-06-01', last: '2026-05-29' }),
    ],
    ['ten years', { last: '2036-06-01' }, problem('TooLong', 422, { days: 3654, most: 1_096 })],
    [
      'a weekend',
      { first: '2026-06-06', last: '2026-06-07' },
      problem('NoWorkingDay', 422, { first: '2026-06-06', last: '2026-06-07' }),
    ],
    [
      'a day before the first',
      { first: '2025-12-31', last: '2026-01-02' },
      problem('NotEmployed', 422, { on: '2025-12-31' }),
    ],
    ['an unknown type', { leaveType: 'sabbatical' }, problem('UnknownLeaveType', 422, { leaveType: 'sabbatical' })],
    [
      'a name every object has',
      { leaveType: 'constructor' },
      problem('UnknownLeaveType', 422, { leaveType: 'constructor' }),
    ],
  ]
  test.each(bad)('%s', async (_what, input, refusal) => {
    const before = await recordsOf(office)
    expect(await change('requestLeave', { ...june, ...input })).toEqual(refusal)
    expect(await recordsOf(office)).toEqual(before)
  })

  test('a missing member', async () => {
    const { last: _, ...input } = june
    expect(await change('requestLeave', input)).toEqual(problemAt('input.dates.last'))
  })

  test('a command of nobody', async () => {
    const signedOut = handler(asking('Mutation.requestLeave', { input: { commandId: key(), ...dated(june) } }))
    expect(await signedOut).toEqual(problem('NotSignedIn', 401))
  })

  test('more than there is, with what there is', async () => {
    const long = { ...june, last: '2026-07-31' }
    expect(await change('requestLeave', long)).toEqual(
      problem('NotEnoughLeft', 409, {
        asked: { unit: 'day', n: 450_000 },
        available: { unit: 'day', n: 220_000 },
        on: '2026-07-01',
      }),
    )
  })
})

function problemAt(path: string) {
  return {
    problem: expect.objectContaining({
      type: '/problems/InvalidInput',
      status: 400,
      facts: expect.stringContaining(`"path":"${path}"`),
    }),
  }
}

describe('ids of others', () => {
  let other: Office
  let theirs: string
  beforeEach(async () => {
    other = await opened('other')
    theirs = await requested(june, other.ana)
  })

  test.each(['approveLeave', 'declineLeave', 'withdrawLeave', 'cancelLeave'])(
    '%s: another company’s, an unknown person’s and a stranger’s are answered alike',
    async (name) => {
      const mine = await requested()
      const about = (person: string, request: string, actor: Actor) => change(name, { person, request }, actor)
      const unknown = (request: string) => problem('NotRequested', 404, { request })
      expect(await about(other.ana.person, theirs, office.clara)).toEqual(unknown(theirs))
      expect(await about('nobody', theirs, office.clara)).toEqual(unknown(theirs))
      expect(await about(office.ana.person, theirs, office.clara)).toEqual(unknown(theirs))
      expect(await about(office.ana.person, mine, office.dora)).toEqual(unknown(mine))
      expect(await about(office.ana.person, mine, other.clara)).toEqual(unknown(mine))
    },
  )

  test('balances and requests: the same', async () => {
    const unknown = (person: string) => problem('UnknownPerson', 404, { person })
    for (const person of [other.ana.person, 'nobody'])
      for (const actor of [office.clara, office.ben, office.dora]) {
        expect(await ask('Query.balances', { person }, actor)).toEqual({ balances: [], ...unknown(person) })
        expect(await ask('Query.leaveRequests', { person }, actor)).toEqual({ requests: [], ...unknown(person) })
      }
    expect(await ask('Query.balances', { person: office.ana.person }, office.dora)).toEqual({
      balances: [],
      ...unknown(office.ana.person),
    })
  })

  test('teams: another company’s is as empty as an unknown one', async () => {
    await settled(other)
    const span = { first: '2026-06-01', last: '2026-06-30' }
    expect(await ask('Query.teamCalendar', { team: 'design', ...span }, office.clara)).toEqual({ away: [] })
    expect(await ask('Query.teamCalendar', { team: 'nowhere', ...span }, office.clara)).toEqual({ away: [] })
  })
})

describe('figures', () => {
  test('are for the person, the approver and admins, of any date', async () => {
    await decide('approveLeave', await requested())
    const args = { person: office.ana.person, on: '2026-06-02' }
    for (const actor of [office.ana, office.ben, office.clara])
      expect(await balance(args, actor)).toMatchObject({ taken: days(2, '2 days'), booked: days(1, '1 day') })
    expect(await balance({ on: '2027-01-01' })).toMatchObject({
      taken: days(0, '0 days'),
      entitled: days(41, '41 days'),
      available: days(41, '41 days'),
    })
    expect(await balance({ on: '2025-12-31' })).toMatchObject({ entitled: days(0, '0 days'), entries: [] })
  })

  test('are there for somebody who has just signed in and is not known here yet', async () => {
    const newcomer = { ...office.ana, person: 'newcomer' as Actor['person'] }
    expect(await balance({}, newcomer)).toMatchObject({ entitled: days(0, '0 days'), entries: [] })
    expect(await requests({}, newcomer)).toEqual([])
  })

  test('of a request can be seen before it is made', async () => {
    const preview = (input: Payload) => ask('Query.previewRequest', { input: { ...june, ...input } })
    await requested({ ...june, first: '2026-07-01', last: '2026-07-01' })
    expect(await preview({ firstPart: 'pm' })).toMatchObject({
      amount: days(2.5, '2.5 days'),
      availableBefore: days(21, '21 days'),
      availableAfter: days(18.5, '18.5 days'),
    })
    expect(await preview({ leaveType: 'sick' })).toMatchObject({ amount: days(3, '3 days') })
    expect(await preview({ first: '2026-06-06', last: '2026-06-07' })).toEqual(
      problem('NoWorkingDay', 422, { first: '2026-06-06', last: '2026-06-07' }),
    )
    expect(await requests()).toHaveLength(1)
  })

  test('of leave over a year’s end are of the leave year it ends in, with what was carried over', async () => {
    const turn = { ...june, first: '2026-12-30', last: '2027-01-04' }
    const outlook = { availableBefore: days(44, '44 days'), availableAfter: days(40, '40 days') }
    expect(await ask('Query.previewRequest', { input: turn })).toMatchObject({ amount: days(4, '4 days'), ...outlook })
    await requested(turn)
    await settled(office)
    expect(await ask('Query.waitingRequests', {}, office.ben)).toMatchObject({ waiting: [outlook] })
  })

  test('have leave types', async () => {
    const shown = { icon: null, visibility: 'away', isSickness: false, takesFromBalance: false }
    const types = (await ask('Query.leaveTypes', {})) as unknown as readonly Payload[]
    expect(types).toEqual([
      { id: 'vacation', name: 'Vacation', colour: '#0d8a6a', ...shown, visibility: 'full', takesFromBalance: true },
      { id: 'sick', name: 'Sick leave', colour: '#c2571a', ...shown, isSickness: true },
      { id: 'unpaid', name: 'Unpaid leave', colour: '#6f6ad1', ...shown },
    ])
  })
})

describe('the inbox', () => {
  const waiting = async (actor: Actor) =>
    (await ask('Query.waitingRequests', {}, actor))['waiting'] as readonly {
      readonly request: Payload
      readonly alsoAway: unknown
    }[]

  test('shows what the approver needs: the words, the balance, who else is away', async () => {
    const doras = await requested(june, office.dora)
    await change('approveLeave', { person: office.dora.person, request: doras }, office.ben)
    const request = await requested({ ...june, reason: 'Please' })
    await settled(office)
    expect(await waiting(office.ben)).toEqual([
      {
        request: expect.objectContaining({ id: request, status: 'pending', reason: 'Please' }),
        availableBefore: days(22, '22 days'),
        availableAfter: days(19, '19 days'),
        brokenRules: [],
        holidays: [],
        alsoAway: [{ ...june, person: office.dora.person, status: 'approved' }],
      },
    ])
  })

  test('is oldest first, and only one’s own', async () => {
    const first = await requested()
    clock.set('2026-05-05T08:00:00.000Z')
    const second = await requested(june, office.dora)
    await requested(june, office.ben)
    await settled(office)
    expect((await waiting(office.ben)).map(({ request }) => request['id'])).toEqual([first, second])
    expect(await waiting(office.dora)).toEqual([])
    expect(await waiting(office.clara)).toMatchObject([{ request: { person: office.ben.person } }])
  })

  test('has no request that was decided a moment ago, though the view still does', async () => {
    const request = await requested()
    await settled(office)
    await decide('approveLeave', request)
    expect(await waiting(office.ben)).toEqual([])
  })

  test('of an admin holds what waits for nobody else, save their own', async () => {
    const boss = { ...office.ben, person: 'boss' as Actor['person'] }
    await told(office, 'person/boss@1.0', {
      type: 'PersonJoined',
      person: boss.person,
      from: day('2026-01-01'),
      team: 'board',
      location: 'lisbon',
      country: 'PT',
      zone: 'Europe/Lisbon',
      department: null,
      labels: [],
      approver: null,
    })
    await requested(june, boss)
    await requested(june, office.clara)
    await settled(office)
    expect(await waiting(office.clara)).toMatchObject([{ request: { person: 'boss' } }])
  })
})

describe('the team calendar', () => {
  const calendar = async (actor: Actor) =>
    (await ask('Query.teamCalendar', { team: 'design', first: '2026-06-01', last: '2026-06-30' }, actor))['away']
  const { leaveType: _, ...span } = june

  test('hides what is pending from colleagues, and shows it to whoever decides', async () => {
    await requested()
    await settled(office)
    const away = [{ ...june, person: office.ana.person, status: 'pending' }]
    for (const actor of [office.ana, office.ben, office.clara]) expect(await calendar(actor)).toEqual(away)
    expect(await calendar(office.dora)).toEqual([])
  })

  test.each(['sick', 'unpaid'])('shows colleagues somebody away, and not that it is %s', async (leaveType) => {
    await decide('approveLeave', await requested({ ...june, leaveType }))
    await settled(office)
    const away = { ...span, person: office.ana.person, status: 'approved' }
    for (const actor of [office.ana, office.ben, office.clara])
      expect(await calendar(actor)).toEqual([{ ...away, leaveType }])
    expect(await calendar(office.dora)).toEqual([away])
  })

  test('forgets what was cancelled', async () => {
    const request = await requested()
    await decide('approveLeave', request)
    await settled(office)
    expect(await calendar(office.dora)).toHaveLength(1)
    await decide('cancelLeave', request)
    await settled(office)
    expect(await calendar(office.dora)).toEqual([])
  })

  test('spans at most 92 days', async () => {
    const ask92 = (first: string, last: string) => ask('Query.teamCalendar', { team: 'design', first, last })
    expect(await ask92('2026-06-01', '2026-08-31')).toEqual({ away: [] })
    expect(await ask92('2026-06-01', '2026-09-01')).toEqual({
      away: [],
      ...problem('TooLong', 422, { days: 93, most: 92 }),
    })
    expect(await ask92('2026-06-02', '2026-06-01')).toEqual({
      away: [],
      ...problem('EndBeforeStart', 422, { first: '2026-06-02', last: '2026-06-01' }),
    })
  })
})
