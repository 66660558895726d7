import type { Actor, Role } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { pass } from '#application/pass.ts'
import { opened } from '#testing/desk.ts'
import { day, type Office, settled, told } from '#testing/office.ts'
import { type Payload, problem, questions } from '#testing/questions.ts'

const { handler } = await import('./graphql/lambda.ts')
const { handler: departmentChanged } = await import('./department-changed/lambda.ts')

let office: Office
let hugo: Actor
const { ask, change, made } = questions(handler, () => office)

// West lies in Sales, which Dora leads; Ana is in West, and knows first aid. Hugo is of HR, and approves for nobody.
beforeEach(async () => {
  office = await opened('departments')
  hugo = { ...office.ana, person: `hugo-${office.tenant}` as Actor['person'], roles: ['employee', 'hr'] }
  await says('sales', null, office.dora, 1)
  await says('west', 'sales', null, 2)
  await works(office.ana, 'west', ['first-aid'])
  await works(office.dora, 'sales')
  await works(office.ben, 'legal')
  await settled(office)
})

const says = (department: string, parent: string | null, head: Actor | null, version: number) => {
  const id = `departments/${office.tenant}@${version}.0`
  const data = { department, parent, head: head?.person ?? null, futureMember: true }
  return departmentChanged({
    source: 'awayday.directory',
    'detail-type': 'DepartmentChanged',
    detail: { id, tenant: office.tenant, at: '2026-05-04T08:00:00.000Z', correlation: 'c-1', data },
  })
}
const works = ({ person }: Actor, department: string | null, labels: readonly string[] = [], approver = office.ben) =>
  told(office, `person/${person}@2.0`, {
    type: 'PersonMoved',
    person,
    from: day('2026-01-01'),
    team: 'design',
    location: 'lisbon',
    country: 'PT',
    zone: 'Europe/Lisbon',
    department,
    labels,
    approver: approver.person === person ? null : approver.person,
  })
const saved = async (kind: string, document: unknown) => {
  const { version: seen } = await ask('Query.settings', {}, office.clara)
  const input = { kind, id: 'all', document: JSON.stringify(document), from: '2026-01-01', appliesTo: {}, seen }
  return change('saveSetting', input, office.clara)
}
const june = { leaveType: 'vacation', first: '2026-06-01', last: '2026-06-03' }
const brokenBy = async (actor: Actor, wish: Payload = june) => {
  const { brokenRules } = await ask('Query.previewRequest', { input: wish }, actor)
  return (brokenRules as readonly { readonly rule: string }[]).map(({ rule }) => rule)
}
const inboxOf = async (actor: Actor) => {
  await settled(office)
  const { waiting } = await ask('Query.waitingRequests', {}, actor)
  return (waiting as readonly { readonly request: { readonly id: string } }[]).map(({ request }) => request.id)
}

describe('a rule of the company', () => {
  const fair = { id: 'fair', rule: { kind: 'blackout', days: ['2026-06-02'] } }

  test('for a department holds for all below it, and not beside it', async () => {
    await saved('rules', [{ ...fair, when: { departments: ['sales'] } }])
    expect(await brokenBy(office.ana)).toEqual(['fair'])
    expect(await brokenBy(office.dora)).toEqual(['fair'])
    expect(await brokenBy(office.ben)).toEqual([])
    expect(await brokenBy(office.clara)).toEqual([])
    expect(await change('requestLeave', june)).toMatchObject(problem('BreaksRules', 422))
  })

  test('for a label holds for who has it', async () => {
    await saved('rules', [{ ...fair, when: { labels: ['first-aid'] } }])
    expect(await brokenBy(office.ana)).toEqual(['fair'])
    expect(await brokenBy(office.dora)).toEqual([])
  })

  test('follows a department that moves', async () => {
    await saved('rules', [{ ...fair, when: { departments: ['sales'] } }])
    await says('west', null, null, 3)
    expect(await brokenBy(office.ana)).toEqual([])
    await says('west', 'sales', null, 2) // an earlier word, once more
    expect(await brokenBy(office.ana)).toEqual([])
  })

  test('counts who is away of one’s own department, and nobody of no department', async () => {
    await saved('rules', [{ id: 'crew', rule: { kind: 'maxAway', limit: { people: 1 }, among: 'department' } }])
    await made('enterLeave', { person: office.ana.person, ...june }, office.ben)
    expect(await brokenBy(office.dora)).toEqual(['crew'])
    expect(await brokenBy(office.ben)).toEqual([])
    await made('enterLeave', { person: office.ben.person, ...june }, office.clara)
    expect(await brokenBy(office.clara)).toEqual([])
  })

  test('is tried on the past of the departments it is for', async () => {
    const request = await made('requestLeave', june)
    const refusedBy = async (department: string) => {
      const document = JSON.stringify([{ ...fair, when: { departments: [department] } }])
      const asked = { document, first: '2026-01-01', last: '2026-12-31' }
      const { refused } = await ask('Query.previewRules', asked, office.clara)
      return (refused as readonly { readonly request: string }[]).map((one) => one.request)
    }
    expect(await refusedBy('sales')).toEqual([request])
    expect(await refusedBy('legal')).toEqual([])
  })

  test('is passed over by HR where it says so', async () => {
    await saved('rules', [{ ...fair, overridableBy: ['hr'] }])
    const entry = { person: office.ana.person, ...june }
    expect(await change('enterLeave', entry, office.ben)).toMatchObject(problem('BreaksRules', 422))
    expect(await change('enterLeave', entry, hugo)).toMatchObject({ request: expect.any(String) })
  })
})

describe('approval', () => {
  const headed = (when: object = {}) => ({ levels: [{ approvers: ['head'], when }] })

  test('asks who leads the department, or else the next one above', async () => {
    await saved('approval', headed())
    const request = await made('requestLeave', june)
    expect(await inboxOf(office.ben)).toEqual([])
    expect(await inboxOf(office.dora)).toEqual([request])
    const decision = { person: office.ana.person, request }
    expect(await change('approveLeave', decision, office.ben)).toMatchObject(problem('NotYourDecision', 403))
    expect(await change('approveLeave', decision, office.dora)).toMatchObject({ request })
  })

  test('waits for who leads it by now', async () => {
    await saved('approval', headed())
    const request = await made('requestLeave', june)
    await says('sales', null, office.ben, 3)
    await pass(office.world)
    expect(await inboxOf(office.dora)).toEqual([])
    expect(await inboxOf(office.ben)).toEqual([request])
  })

  test('has levels for a department', async () => {
    await saved('approval', headed({ departments: ['west'] }))
    const request = await made('requestLeave', june)
    expect(await inboxOf(office.dora)).toEqual([request])
    expect(await change('requestLeave', june, office.ben)).toMatchObject({ request: expect.any(String) })
    expect((await ask('Query.leaveRequests', {}, office.ben))['requests']).toMatchObject([{ status: 'approved' }])
  })

  test.each(['hr', 'manager'] as const)('asks whoever holds the role %s, who finds it waiting', async (role) => {
    await saved('approval', { levels: [{ approvers: [{ role }] }], override: [] })
    const request = await made('requestLeave', june)
    const holder = { ...hugo, roles: ['employee', role] as readonly Role[] }
    expect(await inboxOf(office.ben)).toEqual([])
    expect(await inboxOf(holder)).toEqual([request])
    expect(await change('approveLeave', { person: office.ana.person, request }, holder)).toMatchObject({ request })
  })

  test('is not set up with a role that nobody can hold', async () => {
    const answer = await saved('approval', {
      levels: [{ approvers: ['head', { role: 'boss' }] }],
      override: ['admin', 'chief'],
      watchers: [{ role: 'fan' }],
    })
    expect(answer).toMatchObject(problem('InvalidDocument', 422))
    const { mistakes } = JSON.parse((answer['problem'] as { readonly facts: string }).facts)
    expect(mistakes.map(({ path }: { readonly path: string }) => path)).toEqual([
      '$.levels[0].approvers[1].role',
      '$.override[1]',
      '$.watchers[0].role',
    ])
  })
})

describe('HR', () => {
  test('sees what every leave is for, whoever approves it', async () => {
    await made('recordSickness', { person: office.ana.person, ...june, leaveType: 'sick' }, office.ben)
    await settled(office)
    const shown = async (actor: Actor) => {
      const { away } = await ask(
        'Query.teamCalendar',
        { team: 'design', first: '2026-06-01', last: '2026-06-30' },
        actor,
      )
      return (away as readonly { readonly leaveType?: string }[]).map(({ leaveType }) => leaveType)
    }
    expect(await shown(hugo)).toEqual(['sick'])
    expect(await shown(office.dora)).not.toEqual(['sick'])
    const input = { person: office.ana.person }
    expect((await ask('Query.leaveRequests', input, hugo))['requests']).toHaveLength(1)
    expect(await ask('Query.leaveRequests', input, office.dora)).toMatchObject(problem('UnknownPerson', 404))
  })
})
