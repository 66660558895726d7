import type { Actor } from '@awayday/kernel'
import { beforeEach, expect, test } from 'vitest'
import { opened } from '#testing/desk.ts'
import { day, metaOf, type Office } from '#testing/office.ts'
import { deputiesOf, nameDeputy, removeDeputy } from './deputies.ts'

let office: Office
beforeEach(async () => {
  office = await opened('deputies')
})

let keys = 0
const depute = (how: typeof nameDeputy, actor: Actor, person: Actor | null = null) =>
  how(office.world)({
    actor,
    meta: metaOf(office, `depute ${++keys}`, { actor: actor.person }),
    input: {
      person: person?.person ?? null,
      deputy: office.dora.person,
      first: day('2026-05-04'),
      last: day('2026-05-08'),
    },
  })
const shown = async () => {
  const found = await deputiesOf(office.world)({ actor: office.ben, input: { person: null } })
  return found.ok ? found.value.map(({ deputy }) => deputy) : found.error
}

test('a deputy is named by the person, and by admins, and removed by either', async () => {
  const { ben, clara, dora } = office
  expect(await depute(nameDeputy, ben)).toMatchObject({ ok: true, value: { person: ben.person } })
  expect(await shown()).toEqual([dora.person])
  expect(await depute(removeDeputy, clara, ben)).toMatchObject({ ok: true, value: { person: ben.person } })
  expect(await shown()).toEqual([])
})

test('who is not there is not removed', async () => {
  expect(await depute(removeDeputy, office.ben)).toMatchObject({ ok: true })
  expect(await shown()).toEqual([])
})

test('nobody names or removes deputies of others', async () => {
  const { ana, ben, dora } = office
  await depute(nameDeputy, ben)
  const unknown = { ok: false, error: { type: 'UnknownPerson', person: ben.person } }
  for (const how of [nameDeputy, removeDeputy]) expect(await depute(how, ana, ben)).toEqual(unknown)
  expect(await shown()).toEqual([dora.person])
})
