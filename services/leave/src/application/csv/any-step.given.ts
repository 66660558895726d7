import { type Actor, addDays, type PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import type { Doing } from '#domain/approval/command.ts'
import type { AppliesTo } from '#domain/company/setting.ts'
import type { Command } from '#domain/person/commands.ts'
import { day, metaOf, type Office, settled } from '#testing/office.ts'
import { doingOf } from '../asked.ts'
import { tellCompany } from '../company/company-stream.ts'
import { saveSetting } from '../company/save-setting.ts'
import { decide } from '../decide.ts'

/** Something that happens in a company; it may be refused. `key`: of the command. */
export type Step = (office: Office, key: string) => Promise<unknown>

const START = day('2025-03-01')
const anyDay = fc.integer({ min: 0, max: 640 }).map((n) => addDays(START, n))
const anyone = fc.constantFrom<(office: Office) => Actor>(
  ({ ana }) => ana,
  ({ ben }) => ben,
  ({ dora }) => dora,
)
const anyPart = fc.constantFrom('whole' as const, 'am' as const, 'pm' as const, 'half' as const, { from: 600, to: 690 })
const anyType = fc.constantFrom('vacation', 'vacation', 'sick', 'overtime')

const anyDates = fc.oneof(
  fc.tuple(anyDay, fc.integer({ min: 1, max: 9 }), anyPart, anyPart).map(([first, n, firstPart, lastPart]) => ({
    kind: 'range' as const,
    first,
    firstPart,
    last: addDays(first, n),
    lastPart,
  })),
  fc.tuple(anyDay, anyPart).map(([first, part]) => ({
    kind: 'range' as const,
    first,
    firstPart: part,
    last: first,
    lastPart: part,
  })),
  fc
    .uniqueArray(fc.tuple(anyDay, anyPart), { minLength: 1, maxLength: 4, selector: ([on]) => on })
    .map((days) => ({ kind: 'days' as const, days: days.map(([on, part]) => ({ day: on, part })) })),
)

type Told = (key: string, said: Doing) => Command
const doing =
  (who: (office: Office) => Actor, by: (office: Office) => Actor, command: Told): Step =>
  (office, key) => {
    const actor = by(office)
    const meta = metaOf(office, key, { actor: actor.person })
    return decide(office.world)(who(office).person, meta, (on) => command(key, doingOf(actor, on)))
  }
const clara = ({ clara: admin }: Office) => admin
const ben = ({ ben: approver }: Office) => approver

const anyWish = fc
  .tuple(
    anyone,
    anyType,
    anyDates,
    fc.constantFrom('left' as const, 'Approve' as const, 'Decline' as const, 'Withdraw' as const, 'Cancel' as const),
  )
  .map(
    ([who, leaveType, dates, then]): Step =>
      async (office, key) => {
        const wish = {
          request: `r-${key}`,
          leaveType,
          dates,
          note: null,
          cover: null,
          exception: false,
          certificate: false,
        }
        await doing(who, who, (_key, said) => ({ type: 'Request', ...said, ...wish }))(office, key)
        const { request } = wish
        const decides = who(office).person === 'ben' ? clara : ben
        const decided = (type: 'Approve' | 'Decline') =>
          doing(who, decides, (_key, said) => ({ type, ...said, request, inSpiteOf: [], note: null }))(
            office,
            `${key}-decided`,
          )
        switch (then) {
          case 'left':
            return
          case 'Approve':
          case 'Decline':
            return decided(then)
          case 'Withdraw':
            return doing(who, who, (_key, said) => ({ type: then, ...said, request }))(office, `${key}-withdrawn`)
          case 'Cancel':
            await decided('Approve')
            return doing(who, who, (_key, said) => ({ type: then, ...said, request, note: null }))(
              office,
              `${key}-then`,
            )
        }
      },
  )

const anyEntered = fc.tuple(anyone, fc.constantFrom('vacation', 'overtime'), anyDates).map(([who, leaveType, dates]) =>
  doing(who, clara, (key, said) => ({
    ...said,
    type: 'Enter',
    request: `e-${key}`,
    leaveType,
    dates,
    note: null,
    cover: null,
    certificate: false,
  })),
)

const anySickness = fc.tuple(anyone, anyDates, fc.boolean(), anyDay).map(([who, dates, certified, first]) =>
  doing(who, clara, (key, said) => ({
    ...said,
    type: 'RecordSickness',
    request: `s-${key}`,
    leaveType: 'sick',
    dates,
    note: null,
    cover: null,
    certificate: certified ? { first: dates.kind === 'range' ? dates.first : first, last: addDays(first, 600) } : null,
  })),
)

const SOURCES = ['manual', 'opening', 'correction', 'toil', 'bought'] as const
const anyCredit = fc
  .tuple(
    anyone,
    anyType,
    fc.constantFrom(...SOURCES),
    fc.integer({ min: -50_000, max: 99_999 }),
    anyDay,
    fc.option(fc.integer({ min: 0, max: 200 })),
    fc.boolean(),
  )
  .map(([who, leaveType, source, n, from, valid, override]) =>
    doing(who, clara, (key, said) => ({
      ...said,
      type: 'Credit',
      credit: `c-${key}`,
      leaveType,
      source,
      n,
      unit: null,
      from,
      until: valid === null ? null : addDays(from, valid),
      note: null,
      override,
    })),
  )

const anyPayOut = fc.tuple(anyone, fc.integer({ min: 1, max: 30_000 })).map(([who, n]) =>
  doing(who, clara, (key, said) => ({
    ...said,
    type: 'PayOut',
    payOut: `p-${key}`,
    leaveType: 'vacation',
    n,
    unit: null,
    note: null,
  })),
)

const anyWork = fc
  .tuple(anyone, anyDay, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6_000 }))
  .map(([who, first, n, minutes]) =>
    doing(who, clara, (key, said) => ({
      ...said,
      type: 'RecordWork',
      record: `w-${key}`,
      first,
      last: addDays(first, n),
      minutes,
    })),
  )

const anyClosing = anyone.map((who) =>
  doing(who, clara, (_key, { on }) => ({ type: 'CloseYear', leaveType: 'vacation', last: day('2025-12-31'), on })),
)

const anyFrom = fc.constantFrom('2024-01-01', '2025-01-01', '2025-07-01', '2026-01-01', '2026-04-15').map(day)
/** Whom each is for, from the first word to the last: what is taken back from somebody would leave other traces. */
const aims: Readonly<Record<string, AppliesTo>> = {
  monthly: { teams: ['design'] },
  'part-time': { persons: ['ana' as PersonId, 'ben' as PersonId], countries: ['PT', 'DE'] },
  early: { locations: ['berlin', 'porto'] },
  nobodys: { teams: [] },
}
const documents = [
  ['policy', 'plain', { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 24 }] } } }],
  [
    'policy',
    'plain',
    { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 30, carryOver: { most: 5 } }] } } },
  ],
  [
    'policy',
    'monthly',
    {
      leaveType: 'vacation',
      counting: { sandwich: 'adjoining' },
      entitlement: {
        plan: { stages: [{ amount: 2.5, per: 'grant', frequency: { every: 'month', on: 'leaveYear' } }] },
      },
    },
  ],
  ['policy', 'overtime', { leaveType: 'overtime', unit: 'hour', entitlement: {} }],
  ['policy', 'nobodys', { leaveType: 'vacation' }],
  ['schedule', 'part-time', { 'mon-wed': 8, thu: '09:00-13:00' }],
  ['schedule', 'early', { 'mon-fri': '06:00-14:00' }],
  ['calendar', 'lisbon', { holidays: [{ date: '2026-06-10', name: 'Camões, "Portugal"' }], closings: [] }],
  [
    'calendar',
    'berlin',
    {
      holidays: [{ date: '2026-10-03', part: 'am', name: '=Einheit;\n' }],
      closings: [{ first: '2026-12-24', last: '2026-12-31', name: 'Ruhe' }],
    },
  ],
  [
    'leaveTypes',
    'all',
    [
      { id: 'vacation', name: 'Urlaub' },
      { id: 'sick', name: 'Krank', sickness: {} },
      { id: 'overtime', name: 'Überstunden' },
    ],
  ],
] as const
const anySetting = fc.tuple(fc.constantFrom(...documents), anyFrom, fc.integer({ min: 0, max: 9 })).map(
  ([[kind, id, document], from, chance]): Step =>
    async (office, key) => {
      const ends = chance === 0 && kind === 'policy'
      const { settings } = await tellCompany(office.world, office.tenant)
      const done = await saveSetting(office.world)({
        actor: office.clara,
        meta: metaOf(office, key, { actor: office.clara.person }),
        input: {
          kind,
          id,
          document: ends ? null : JSON.stringify(document),
          from: ends ? day('2026-09-01') : kind === 'leaveTypes' ? day('2024-01-01') : from,
          appliesTo: aims[id] ?? {},
          seen: settings.length,
        },
      })
      if (!done.ok && done.error.type === 'InvalidDocument') throw new Error(JSON.stringify(done.error))
      await settled(office)
    },
)

/** Settings of the company, and what its people do and are given, in any order. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: anySetting, weight: 5 },
  { arbitrary: anyWish, weight: 6 },
  { arbitrary: anyEntered, weight: 2 },
  { arbitrary: anySickness, weight: 2 },
  { arbitrary: anyCredit, weight: 3 },
  anyPayOut,
  anyWork,
  anyClosing,
)
