import type { Actor } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { clock, opened } from '#testing/desk.ts'
import { type Office, recordsOf } from '#testing/office.ts'
import { days, type Payload, problem, questions } from '#testing/questions.ts'

const { handler } = await import('./lambda.ts')

let office: Office
beforeEach(async () => {
  office = await opened('figures')
})
const { ask, change, made } = questions(handler, () => office)

const vacation = { leaveType: 'vacation' }
const june = { ...vacation, first: '2026-06-01', last: '2026-06-03' }
const about = (request: string) => ({ person: office.ana.person, request })
const approved = async (): Promise<string> => {
  const id = await made('requestLeave', june)
  await change('approveLeave', about(id), office.ben)
  return id
}
const event = (version: number, index: number) => `person/${office.ana.person}@${version}.${index}`
const given = { person: 'of Ana', leaveType: 'vacation', source: 'manual', amount: '2', from: '2026-05-04' }
const credit = (more: Payload = {}, actor = office.ben) =>
  change('credit', { ...given, person: office.ana.person, ...more }, actor)

describe('figures', () => {
  test('of days to come count what accrues, expires and is carried over', async () => {
    await approved()
    const on = ['2026-05-04', '2026-06-02', '2026-12-31', '2027-01-01', '2027-04-01']
    const { days: shown } = await ask('Query.balancesOn', { ...vacation, on })
    expect((shown as readonly { on: string; figures: Payload }[]).map(({ on, figures }) => [on, figures])).toEqual([
      ['2026-05-04', expect.objectContaining({ granted: days(22), booked: days(3), available: days(19) })],
      ['2026-06-02', expect.objectContaining({ taken: days(2), booked: days(1), available: days(19) })],
      ['2026-12-31', expect.objectContaining({ taken: days(3), booked: days(0), available: days(19) })],
      ['2027-01-01', expect.objectContaining({ carried: days(19), granted: days(22), available: days(41) })],
      ['2027-04-01', expect.objectContaining({ expired: days(19), available: days(22) })],
    ])
  })

  test('unfold into their entries, and those into events', async () => {
    const id = await approved()
    expect(await ask('Query.explainFigure', { ...vacation, figure: 'booked' })).toEqual({
      amount: days(3),
      entries: [expect.objectContaining({ what: 'booked', amount: days(-3), request: id, event: event(3, 0) })],
    })
    expect(await ask('Query.explainFigure', { ...vacation, figure: 'granted' })).toMatchObject({
      amount: days(22),
      entries: [{ what: 'grant', amount: days(22), event: event(1, 1) }],
    })
  })

  test('are what was known by a day, or a moment', async () => {
    await approved()
    clock.set('2026-05-06T08:00:00.000Z')
    await credit()
    const figures = async (knownAt?: string) => {
      const { balances } = await ask('Query.balances', { on: '2026-12-31', ...(knownAt && { knownAt }) })
      const [vacation] = balances as readonly { readonly figures: Payload }[]
      return vacation?.figures['available']
    }
    expect(await figures()).toEqual(days(21))
    expect(await figures('2026-05-06')).toEqual(days(21))
    expect(await figures('2026-05-05')).toEqual(days(19))
    expect(await figures('2026-05-06T07:59:59.999Z')).toEqual(days(19))
    expect(await figures('2026-05-03')).toEqual(days(0))
    const at = (knownAt: string) => ask('Query.balances', { knownAt })
    for (const knownAt of ['yesterday', '2026-02-30', '2026-02-30T08:00:00.000Z', '2026-05-06T25:00:00.000Z'])
      expect(await at(knownAt)).toMatchObject(problem('InvalidInput', 400))
  })

  test('say what is lost by when, and what can still be used', async () => {
    await approved()
    const until = '2027-12-31'
    expect(await ask('Query.lossesAhead', { ...vacation, until: '2027-03-30' })).toEqual({
      total: days(0),
      losses: [],
    })
    expect(await ask('Query.lossesAhead', { ...vacation, until })).toMatchObject({
      total: days(19),
      losses: [{ lastDay: '2027-03-31', because: 'expiry', amount: days(19), lot: { source: 'carried' } }],
    })
    expect(await ask('Query.lossesAhead', { ...vacation, until: '2026-05-03' })).toMatchObject(
      problem('EndBeforeStart', 422, { first: '2026-05-04', last: '2026-05-03' }),
    )
    const week = { first: '2026-06-01', last: '2026-06-07' }
    expect(await ask('Query.usableIn', { ...vacation, ...week })).toMatchObject({
      total: days(2),
      lots: [{ usable: days(2), lot: { from: '2026-01-01', amount: days(22) } }],
    })
    expect(await ask('Query.usableIn', { ...vacation, first: '2026-01-01', last: '2046-01-01' })).toMatchObject(
      problem('TooLong', 422),
    )
  })

  test('are shown as if days were taken', async () => {
    const input = { ...june, on: ['2026-12-31', '2027-04-01'] }
    expect(await ask('Query.whatIf', { input })).toMatchObject({
      amount: days(3),
      charges: [{ day: '2026-06-01' }, { day: '2026-06-02' }, { day: '2026-06-03' }],
      balances: [
        { on: '2026-12-31', without: { available: days(22) }, together: { available: days(19) } },
        { on: '2027-04-01', without: { expired: days(22) }, together: { expired: days(19) } },
      ],
    })
    const weekend = { ...vacation, first: '2026-06-06', last: '2026-06-07', on: [] }
    expect(await ask('Query.whatIf', { input: weekend })).toMatchObject(problem('NoWorkingDay', 422))
    const much = { ...june, on: Array.from({ length: 61 }, () => '2026-12-31') }
    expect(await ask('Query.whatIf', { input: much })).toMatchObject(problem('InvalidInput', 400))
  })

  test('have the grants of a leave year, each with its period', async () => {
    expect(await ask('Query.grantsOfYear', vacation)).toEqual({
      year: { first: '2026-01-01', last: '2026-12-31' },
      total: days(22),
      grants: [
        {
          source: 'plan',
          on: '2026-01-01',
          first: '2026-01-01',
          last: '2026-12-31',
          amount: days(22),
          carries: true,
          event: event(1, 1),
        },
      ],
    })
    expect(await ask('Query.grantsOfYear', { ...vacation, on: '2027-06-01' })).toMatchObject({
      year: { first: '2027-01-01' },
    })
  })

  test('of a type that nothing is counted of are none', async () => {
    const none = { ...problem('NoBalance', 422, { leaveType: 'sick', on: '2026-05-04' }) }
    expect(await ask('Query.grantsOfYear', { leaveType: 'sick' })).toMatchObject(none)
    expect(await ask('Query.explainFigure', { leaveType: 'sick', figure: 'taken' })).toMatchObject(none)
    expect(await ask('Query.lossesAhead', { leaveType: 'sick', until: '2026-12-31' })).toMatchObject(none)
    expect(await ask('Query.balancesOn', { leaveType: 'sick', on: ['2026-05-04'] })).toMatchObject(none)
  })
})

describe('figures of days far ahead', () => {
  const late = '2037-01-01'
  const all: readonly (readonly [string, Payload])[] = [
    ['balances', { on: late }],
    ['balancesOn', { ...vacation, on: ['2026-05-04', late] }],
    ['explainFigure', { ...vacation, on: late, figure: 'taken' }],
    ['grantsOfYear', { ...vacation, on: late }],
    ['lossesAhead', { ...vacation, until: late }],
    ['usableIn', { ...vacation, first: '2036-12-31', last: late }],
    ['whatIf', { input: { ...june, on: [late] } }],
  ]
  test.each(all)('%s: are not asked for', async (name, args) => {
    expect(await ask(`Query.${name}`, args)).toMatchObject(
      problem('TooFarAhead', 422, { on: late, latest: '2036-12-31' }),
    )
  })

  test('are there until the end of the tenth year after this one', async () => {
    expect((await ask('Query.balances', { on: '2036-12-31' }))['problem']).toBeUndefined()
  })
})

describe('figures of others', () => {
  const span = { first: '2026-06-01', last: '2026-06-07' }
  const all: readonly (readonly [string, Payload])[] = [
    ['balances', {}],
    ['balancesOn', { ...vacation, on: ['2026-05-04'] }],
    ['explainFigure', { ...vacation, figure: 'taken' }],
    ['grantsOfYear', vacation],
    ['lossesAhead', { ...vacation, until: '2026-12-31' }],
    ['usableIn', { ...vacation, ...span }],
    ['blackoutDays', span],
  ]
  test.each(all)('%s: are for whoever approves and admins, and for nobody else', async (name, args) => {
    const see = (actor: Actor, person: string = office.ana.person) => ask(`Query.${name}`, { ...args, person }, actor)
    for (const actor of [office.ana, office.ben, office.clara]) expect((await see(actor))['problem']).toBeUndefined()
    const unknown = (person: string) => problem('UnknownPerson', 404, { person })
    expect(await see(office.dora)).toMatchObject(unknown(office.ana.person))
    expect(await see(office.ben, 'nobody')).toMatchObject(unknown('nobody'))
    const other = await opened('other')
    expect(await see(other.clara)).toMatchObject(unknown(office.ana.person))
  })

  test('what if: the same', async () => {
    const input = { ...june, on: ['2026-12-31'], person: office.ana.person }
    expect((await ask('Query.whatIf', { input }, office.ben))['problem']).toBeUndefined()
    expect(await ask('Query.whatIf', { input }, office.dora)).toMatchObject(
      problem('UnknownPerson', 404, { person: office.ana.person }),
    )
  })
})

describe('what is given by hand', () => {
  const available = async () => {
    const { balances } = await ask('Query.balances', { on: '2026-12-31' })
    return (balances as readonly Payload[])[0]?.['available']
  }

  test('counts at once, and is named', async () => {
    expect(await credit({ source: 'toil', until: '2026-07-31', reason: 'The fair' })).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      version: 2,
    })
    const { balances } = await ask('Query.balances', {})
    expect(balances).toMatchObject([
      {
        available: days(24),
        lots: [
          { lot: { source: 'toil', from: '2026-05-04', until: '2026-07-31', amount: days(2), event: event(2, 0) } },
          { lot: { source: 'plan', amount: days(22) } },
        ],
      },
    ])
  })

  test('may take away, down to the floor, and below it by name', async () => {
    const much = { source: 'correction', amount: '-23' }
    expect(await credit(much)).toMatchObject(problem('NotEnoughLeft', 409))
    expect(await credit({ ...much, override: true })).toMatchObject(problem('NotEnoughLeft', 409))
    expect(await credit({ ...much, override: true }, office.clara)).toMatchObject({ id: expect.any(String) })
    expect(await available()).toEqual(days(-1, '-1 days'))
  })

  test('is something, of a type that is counted', async () => {
    expect(await credit({ amount: '0' })).toMatchObject(problem('InvalidInput', 400))
    for (const amount of ['1.23456', 'much', 10_000])
      expect(await credit({ amount })).toMatchObject(problem('InvalidInput', 400))
    expect(await credit({ amount: '8 h' })).toMatchObject(problem('OtherUnit', 422, { unit: 'day' }))
    expect(await credit({ leaveType: 'sick' })).toMatchObject(
      problem('NoBalance', 422, { leaveType: 'sick', on: '2026-05-04' }),
    )
  })

  test('is paid out, once, and no more than there is', async () => {
    const payOut = (more: Payload) =>
      change('payOut', { ...vacation, person: office.ana.person, ...more }, office.clara)
    expect(await payOut({ amount: '2' })).toMatchObject({ id: expect.any(String) })
    expect(await available()).toEqual(days(20))
    expect(await payOut({ amount: '21 days' })).toMatchObject(problem('TooMuchToPayOut', 409))
    expect(await payOut({})).toMatchObject({ id: expect.any(String) })
    expect(await payOut({})).toMatchObject(problem('NothingToPayOut', 409))
  })

  test('is recorded work', async () => {
    const work = { person: office.ana.person, first: '2026-05-04', last: '2026-05-08', minutes: 2_700 }
    expect(await change('recordWork', work, office.ben)).toMatchObject({ id: expect.any(String) })
    expect(await change('recordWork', { ...work, last: '2026-05-03' }, office.ben)).toMatchObject(
      problem('EndBeforeStart', 422),
    )
    expect(await change('recordWork', { ...work, minutes: -1 }, office.ben)).toMatchObject(problem('InvalidInput', 400))
  })

  test('is taken back where it should not have been there', async () => {
    const { id } = await credit({ amount: '3' })
    const entry = { person: office.ana.person, kind: 'credit', id, reason: 'Meant for Dora' }
    expect(await change('revokeEntry', entry, office.dora)).toMatchObject(
      problem('UnknownPerson', 404, { person: office.ana.person }),
    )
    expect(await change('revokeEntry', entry, office.ben)).toEqual({ id, version: 3 })
    expect(await available()).toEqual(days(22))
    expect(await change('revokeEntry', { ...entry, kind: 'work' }, office.ben)).toMatchObject(
      problem('UnknownEntry', 404, { kind: 'work', id }),
    )
  })

  test('is a leave year that is closed, by an admin, once it is over; what comes later corrects it', async () => {
    const year = { ...vacation, person: office.ana.person, last: '2026-12-31' }
    expect(await change('closeYear', year, office.clara)).toMatchObject(
      problem('NotAYearEnd', 422, { leaveType: 'vacation', last: '2026-12-31' }),
    )
    clock.set('2027-01-10T08:00:00.000Z')
    for (const actor of [office.ana, office.ben])
      expect(await change('closeYear', year, actor)).toMatchObject(
        problem('UnknownPerson', 404, { person: office.ana.person }),
      )
    expect(await change('closeYear', { ...year, person: 'nobody' }, office.clara)).toMatchObject(
      problem('UnknownPerson', 404, { person: 'nobody' }),
    )
    expect(await change('closeYear', year, office.clara)).toEqual({ version: 2 })
    expect(await credit({ from: '2026-12-01', source: 'correction', amount: '-1' })).toMatchObject({ version: 3 })
    const { days: shown } = await ask('Query.balancesOn', { ...vacation, on: ['2027-01-10'] })
    expect(shown).toMatchObject([{ figures: { carried: days(21), granted: days(22) } }])
  })

  test.each<[string, Payload]>([
    ['credit', { source: 'manual', amount: '1', from: '2026-05-04', ...vacation }],
    ['payOut', vacation],
    ['recordWork', { first: '2026-05-04', last: '2026-05-08', minutes: 60 }],
  ])('%s: by nobody but whoever approves, and admins', async (name, input) => {
    const whose = { ...input, person: office.ana.person }
    expect(await change(name, whose)).toMatchObject(problem('NotYours', 403, { person: office.ana.person }))
    expect(await change(name, whose, office.dora)).toMatchObject(
      problem('UnknownPerson', 404, { person: office.ana.person }),
    )
    expect(await change(name, { ...input, person: 'nobody' }, office.clara)).toMatchObject(
      problem('UnknownPerson', 404, { person: 'nobody' }),
    )
    expect((await change(name, whose, office.clara))['problem']).toBeUndefined()
  })
})

describe('the years of everybody', () => {
  const year = { leaveType: 'vacation', ended: { first: '2026-12-31', last: '2026-12-31' } }
  const close = (more: Payload, actor = office.clara) =>
    change('closeYears', { ...year, dryRun: false, ...more }, actor)

  test('are tried, and closed, once they are over', async () => {
    await approved()
    expect(await close({})).toEqual({ years: [], next: null })
    clock.set('2027-01-10T08:00:00.000Z')
    const tried = await close({ dryRun: true })
    const all = [office.ana, office.ben, office.clara, office.dora]
    expect(tried).toMatchObject({
      years: all.map(({ person }) => ({
        person,
        last: '2026-12-31',
        figures: { taken: days(person === office.ana.person ? 3 : 0) },
        carry: days(person === office.ana.person ? 19 : 22),
        forfeited: days(0),
      })),
      next: null,
    })
    const before = await recordsOf(office)
    expect(await close({ dryRun: true })).toEqual(tried)
    expect(await recordsOf(office)).toEqual(before)
    expect(await close({})).toEqual(tried)
    expect(await close({})).toEqual({ years: [], next: null })
    expect(await recordsOf(office)).toHaveLength(before.length + 4)
  })

  test('are gone on with after somebody', async () => {
    clock.set('2027-01-10T08:00:00.000Z')
    const { years } = await close({ dryRun: true, after: office.ben.person })
    expect((years as readonly Payload[]).map(({ person }) => person)).toEqual([office.clara.person, office.dora.person])
  })

  test('are for HR and admins, within a year of days', async () => {
    expect(await close({}, office.ben)).toMatchObject({ years: [], ...problem('NotHr', 403) })
    expect(await close({}, { ...office.dora, roles: ['employee', 'hr'] })).toEqual({ years: [], next: null })
    const long = { ended: { first: '2025-12-31', last: '2027-01-01' } }
    expect(await close(long)).toMatchObject(problem('TooLong', 422, { days: 367, most: 366 }))
    expect(await close({ ended: { first: '2026-12-31', last: '2026-12-30' } })).toMatchObject(
      problem('EndBeforeStart', 422),
    )
  })
})
