import { readFileSync } from 'node:fs'
import { addDays, type LocalDate, type PersonId, weekday } from '@awayday/kernel'
import { type GraphQLOutputType, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { services } from '../cli/services.ts'
import { company, staff } from '../demo/company.ts'
import { withHost } from '../fixtures/with-host.ts'
import { joinSchemas } from '../graphql/join-schemas.ts'
import { bearerOf, smallCompany } from './small-company.ts'

/** What a resolver returns must be what the schema promises, down to the last member: each field is asked for everything it has. */
const { schema } = joinSchemas(
  ['directory', 'leave'].map((service) => ({
    service,
    sdl: readFileSync(new URL(`../../../../services/${service}/schema.graphql`, import.meta.url), 'utf8'),
  })),
)

let host: Awaited<ReturnType<typeof withHost>>
let people: ReadonlyMap<string, PersonId>
const tokens = new Map<PersonId, string>()
const idOf = (name: string) => people.get(name) as PersonId
const admin = () => idOf(staff.find(({ role }) => role === 'admin')?.name ?? '')
const ana = () => idOf('Ana Costa')
let monday = '' as LocalDate

beforeAll(async () => {
  host = await withHost(services)
  people = await smallCompany(host)
  await host.settled()
  for (const person of [admin(), ana()]) tokens.set(person, await bearerOf(host.url, person))
  const today = host.clock.now().slice(0, 10) as LocalDate
  monday = addDays(today, 8 - weekday(today) + 21)
})
afterAll(() => host[Symbol.asyncDispose]())

/** All that a type has, down to its leaves. */
const selectionOf = (type: GraphQLOutputType): string => {
  const named = getNamedType(type)
  if (isLeafType(named) || !isObjectType(named)) return ''
  const fields = Object.values(named.getFields()).map((field) => `${field.name}${selectionOf(field.type)}`)
  return ` { ${fields.join(' ')} }`
}

const ask = async (root: 'Query' | 'Mutation', name: string, args: Readonly<Record<string, unknown>>, by = ana()) => {
  const field = rootOf(schema, root).getFields()[name]
  if (!field) throw new Error(`${root} has no field ${name}`)
  const given = field.args.filter((arg) => arg.name in args)
  const variables = given.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const query = `${root.toLowerCase()}${variables && `(${variables})`} { ${name}${passed && `(${passed})`}${selectionOf(field.type)} }`
  const answer = await fetch(`${host.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(by)}` },
    body: JSON.stringify({ query, variables: args }),
  })
  return (await answer.json()) as {
    readonly errors?: readonly { readonly message: string }[]
    readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>
  }
}

const rootOf = (of: GraphQLSchema, root: 'Query' | 'Mutation') => {
  const type = root === 'Query' ? of.getQueryType() : of.getMutationType()
  if (!type) throw new Error(`no ${root}`)
  return type
}

let commands = 0
/** What a command made; it is answered without a problem. */
const change = async (name: string, input: object, by = ana()) => {
  const { errors, data } = await ask('Mutation', name, { input: { commandId: `every-${++commands}`, ...input } }, by)
  expect(errors).toBeUndefined()
  expect(data?.[name]).toMatchObject({ problem: null })
  return data?.[name] ?? {}
}

test('every query and mutation about leave answers as the schema says', async () => {
  const by = admin()
  const person = ana()
  const span = { first: monday, last: addDays(monday, 2) }
  const range = { leaveType: 'vacation', dates: span }
  const rules = [{ id: 'peak', rule: { kind: 'blackout', days: [monday] }, exception: true }]
  const from = addDays(monday, -400)
  const { data: saved } = await ask('Query', 'settings', {}, by)
  const seen = Number(saved?.['settings']?.['version'])
  const setting = { kind: 'rules', id: 'all', document: JSON.stringify(rules), from, appliesTo: {}, seen }

  await change('saveSetting', setting, by)
  const { request } = await change('requestLeave', { ...range, exception: true, reason: 'Sea' })
  await change('credit', { person, leaveType: 'vacation', source: 'toil', amount: '2', from: monday }, by)
  await change('payOut', { person, leaveType: 'vacation', amount: '1.5' }, by)
  await change('recordWork', { person, first: addDays(monday, -21), last: addDays(monday, -17), minutes: 60 }, by)
  const about = { person, request }
  const answered = async (name: string, args: Readonly<Record<string, unknown>>, who = by) => {
    const { errors, data } = await ask('Query', name, args, who)
    expect([name, errors]).toEqual([name, undefined])
    if (data?.[name] && 'problem' in data[name]) expect([name, data[name]['problem']]).toEqual([name, null])
    return data?.[name]
  }
  const vacation = { person, leaveType: 'vacation' }
  await answered('leaveRequest', about)
  await answered('waitingRequests', {})
  await change('approveLeave', about, by)
  await change('editLeave', { ...about, dates: { first: monday, last: addDays(monday, 3) } })
  await answered('leaveRequest', about)
  await change('withdrawLeave', about)
  await change('cancelLeaveDays', { ...about, days: [{ day: monday, part: 'am' }] })
  await change(
    'enterLeave',
    { person, leaveType: 'unpaid', dates: { days: [{ day: addDays(monday, 7), times: '09:00-11:00' }] } },
    by,
  )
  const certificate = { first: addDays(monday, 2), last: addDays(monday, 2) }
  const sick = await change('recordSickness', { leaveType: 'sick', dates: certificate })
  await change('certifySickness', { person, request: sick['request'], certificate })
  await change('nameDeputy', { deputy: person, ...span }, by)
  await host.settled()

  for (const id of [request, sick['request']]) await answered('leaveRequest', { person, request: id })
  await answered('leaveTypes', {})
  await answered('leaveRequests', { person })
  await answered('balances', { person, knownAt: host.clock.now().slice(0, 10) })
  await answered('balancesOn', { ...vacation, on: [span.last] })
  for (const figure of [
    'granted',
    'available',
    'paidOut',
    'expired',
    'carried',
    'taken',
    'booked',
    'pending',
    'balance',
  ])
    await answered('explainFigure', { ...vacation, figure, on: addDays(monday, 400) })
  await answered('grantsOfYear', vacation)
  await answered('lossesAhead', { ...vacation, until: addDays(monday, 800) })
  await answered('usableIn', { ...vacation, ...span })
  await answered(
    'whatIf',
    {
      input: { leaveType: 'vacation', dates: { first: addDays(monday, 14), last: addDays(monday, 15) }, on: [monday] },
    },
    person,
  )
  await answered('dayView', { people: [person], ...span })
  await answered('whoIsAway', { ...span })
  await answered('teamCalendar', { team: 'design', ...span })
  await answered('blackoutDays', { person, ...span })
  await answered('settings', {})
  expect((await ask('Query', 'settingSchema', { kind: 'approval' }, by)).errors).toBeUndefined()
  await answered('checkSetting', { kind: 'rules', document: '[{}]' })
  await change('closeYears', { leaveType: 'vacation', ended: span, dryRun: true }, by)
  await answered('deputies', {})
  await answered('personFacts', { person })
  await answered('notices', { person })
  await answered('coverRequests', {})
  await answered('previewRules', { document: setting.document, ...span })
  await answered('publicHolidays', { country: 'DE', region: 'BY' })
  const calendar = {
    kind: 'calendar',
    id: company.tenant,
    document: '{"holidays":[]}',
    from,
    appliesTo: {},
    seen: seen + 1,
  }
  await answered('previewSetting', { input: { ...calendar, commandId: undefined } })
  const preview = await ask('Query', 'previewRequest', { input: range })
  const edit = await ask('Query', 'previewEdit', { input: { ...about, dates: span } })
  expect([preview.errors, edit.errors]).toEqual([undefined, undefined])
  expect([preview, edit].map(({ data }) => JSON.stringify(data).includes('blackout'))).toEqual([true, true])
})
