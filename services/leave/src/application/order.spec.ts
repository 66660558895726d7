import { listed } from '@awayday/event-sourcing/contracts'
import type { Actor, Instant } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { opened } from '#testing/desk.ts'
import { day, metaOf, type Office, recordsOf } from '#testing/office.ts'
import { save } from '#testing/settings.ts'
import { approveLeave, declineLeave } from './decide-leave.ts'
import { enterLeave } from './enter-leave.ts'
import { credit, payOut, recordWork } from './entitle.ts'
import { requestLeave } from './request-leave.ts'

let office: Office
beforeEach(async () => {
  office = await opened('orders')
})

let keys = 0
const call = <Input>(actor: Actor, input: Input, key = `key ${++keys}`) => ({
  actor,
  meta: metaOf(office, key, { actor: actor.person }),
  input,
})
const june = (first = '2026-06-01', last = first) => ({
  leaveType: 'vacation',
  dates: { kind: 'range', first: day(first), firstPart: 'whole', last: day(last), lastPart: 'whole' } as const,
  cover: null,
  certificate: false,
})
const ask = (reason: string | null, first?: string, key?: string) =>
  requestLeave(office.world)(call(office.ana, { ...june(first), exception: false, reason }, key))

/** All that was ever said, each note once. */
const words = async () => {
  const notes = await listed(office.world.notes.loose(office.tenant, '9999' as Instant))
  const texts = await office.world.notes.read(
    office.tenant,
    notes.map(({ id }) => id),
  )
  return [...texts.values()]
}

describe('what somebody says with a command', () => {
  test('is kept once, however often it is sent', async () => {
    const first = await ask(' A wedding ', undefined, 'wedding')
    expect(first.ok).toBe(true)
    expect(await ask(' A wedding ', undefined, 'wedding')).toEqual(first)
    expect(await words()).toEqual(['A wedding'])
  })

  test('is kept nowhere where the command is refused', async () => {
    expect(await ask('A free day', '2026-06-06')).toMatchObject({ ok: false, error: { type: 'NoWorkingDay' } })
    expect(await ask('A free day', '2026-06-06', `key ${keys}`)).toMatchObject({ ok: false })
    expect(await words()).toEqual([])
  })

  test('is kept nowhere where nobody may say it', async () => {
    const asked = await ask(null)
    if (!asked.ok) throw new Error('was not asked for')
    const about = { person: office.ana.person, request: asked.value.request }
    const { dora } = office
    const reason = 'Under a stranger’s name'
    const amount = { unit: 'day', n: 10_000 } as const
    const given = { leaveType: 'vacation', source: 'manual', amount, from: day('2026-05-04'), until: null } as const
    await approveLeave(office.world)(call(dora, { ...about, answer: reason, inSpiteOf: [] }))
    await declineLeave(office.world)(call(dora, { ...about, answer: reason }))
    await enterLeave(office.world)(call(dora, { ...june(), person: office.ana.person, reason }))
    await credit(office.world)(call(dora, { ...given, person: office.ana.person, override: false, reason }))
    await payOut(office.world)(call(dora, { person: office.ana.person, leaveType: 'vacation', amount: null, reason }))
    expect(await words()).toEqual([])
  })
})

describe('who may not do something for somebody', () => {
  const work = { first: day('2026-05-04'), last: day('2026-05-04'), minutes: 480 }
  const all = { leaveType: 'vacation', amount: null, reason: null }

  test('hears so where they know of them', async () => {
    const { ana, ben } = office
    const notYours = { ok: false, error: { type: 'NotYours', person: ana.person } }
    expect(await payOut(office.world)(call(ben, { person: ana.person, ...all }))).toEqual(notYours)
    expect(await recordWork(office.world)(call(ana, { person: ana.person, ...work }))).toEqual(notYours)
  })

  test('does not learn whether there is anybody of that name', async () => {
    const { ana, dora } = office
    const unknown = (person: string) => ({ ok: false, error: { type: 'UnknownPerson', person } })
    const nobody = 'nobody' as typeof ana.person
    expect(await recordWork(office.world)(call(dora, { person: ana.person, ...work }))).toEqual(unknown(ana.person))
    expect(await recordWork(office.world)(call(dora, { person: nobody, ...work }))).toEqual(unknown(nobody))
  })
})

test('what a rule is called is in no record, also where a refusal is kept', async () => {
  const name = 'Ana is in hospital'
  const rule = { id: 'closed', name, rule: { kind: 'blackout', days: ['2026-06-01'] } }
  await save(office, { kind: 'rules', id: 'all', document: [rule] })
  const refused = await ask(null, undefined, 'hospital')
  expect(refused).toMatchObject({ ok: false, error: { type: 'BreaksRules', broken: [{ rule: 'closed', name }] } })
  expect(await ask(null, undefined, 'hospital')).toEqual(refused)
  const bodies = (await recordsOf(office)).map(({ body }) => body).join()
  expect(bodies).toContain('BreaksRules')
  expect(bodies).not.toContain(name)
})
