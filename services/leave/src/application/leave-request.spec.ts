import type { Actor } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { opened } from '#testing/desk.ts'
import type { Office } from '#testing/office.ts'
import { ask, save } from '#testing/settings.ts'
import { leaveRequest } from './leave-request.ts'

let office: Office
beforeEach(async () => {
  office = await opened('details')
})

const detailOf = async (person: Actor, request: string) => {
  const shown = await leaveRequest(office.world)({ actor: office.clara, input: { person: person.person, request } })
  if (!shown.ok || !('levels' in shown.value)) throw new Error('not shown')
  return shown.value
}
const seatsOf = async (person: Actor) => {
  const { levels } = await detailOf(person, await ask(office, person, '2026-06-01'))
  return (levels ?? []).flatMap(({ seats }) => seats)
}

describe('a seat at a level', () => {
  test('names who may speak for it', async () =>
    expect(await seatsOf(office.ana)).toEqual([{ by: [office.ben.person], roles: [] }]))

  test('names the role where whoever holds it is asked', async () => {
    await save(office, { kind: 'approval', id: 'all', document: { levels: [{ approvers: [{ role: 'admin' }] }] } })
    // Whoever looks at it is an admin, and known as such.
    expect(await seatsOf(office.ana)).toEqual([{ by: [office.clara.person], roles: ['admin'] }])
  })

  test('is for admins and HR where nobody is further up', async () =>
    expect(await seatsOf(office.clara)).toEqual([{ by: [], roles: ['admin', 'hr'] }]))
})

test('whoever is reminded because of a role has no name', async () => {
  const { deadlines } = await detailOf(office.clara, await ask(office, office.clara, '2026-06-01'))
  expect((deadlines ?? []).map((one) => ['kind', 'who', 'after'].filter((member) => member in one))).toEqual([
    ['kind', 'after'],
    ['kind', 'after'],
    ['kind', 'after'],
    ['kind'],
  ])
})
