import type { Actor } from '@awayday/kernel'
import { beforeEach, expect, test } from 'vitest'
import { opened } from '#testing/desk.ts'
import { day, metaOf, type Office } from '#testing/office.ts'
import { save } from '#testing/settings.ts'
import { answerCover } from './decide-leave.ts'
import { enterLeave } from './enter-leave.ts'
import { previewRequest } from './preview-request.ts'
import { requestLeave } from './request-leave.ts'

let office: Office
beforeEach(async () => {
  office = await opened('covers')
  const types = [
    { id: 'vacation', visibility: 'away' },
    { id: 'court', visibility: 'hidden' },
  ]
  await save(office, { kind: 'leaveTypes', id: 'all', document: types })
})

const monday = { first: day('2026-06-01'), firstPart: 'whole', last: day('2026-06-01'), lastPart: 'whole' } as const
const june = { dates: { kind: 'range', ...monday }, certificate: false, reason: null } as const
const meta = (key: string, actor: Actor) => metaOf(office, key, { actor: actor.person })

/** Dora is away, and may be named as whoever takes the work over. */
const away = (leaveType: string) =>
  enterLeave(office.world)({
    actor: office.ben,
    meta: meta('away', office.ben),
    input: { ...june, leaveType, person: office.dora.person, cover: null },
  })
const refusal = async (actor: Actor) => {
  const input = { ...june, leaveType: 'vacation', person: null, cover: office.dora.person, exception: false }
  const shown = await previewRequest(office.world)({ actor, input })
  return shown.ok ? shown.value.refusal : shown.error
}

test('a colleague who is seen to be away is not asked to cover', async () => {
  await away('vacation')
  expect(await refusal(office.ana)).toEqual({ type: 'CoverAway', cover: office.dora.person, on: '2026-06-01' })
})

test('hidden leave is not found by naming the colleague, who alone knows that they cannot', async () => {
  const { world, ana, ben, dora } = office
  await away('court')
  expect(await refusal(ana)).toBeUndefined()
  expect(await refusal(ben)).toEqual({ type: 'CoverAway', cover: dora.person, on: '2026-06-01' })
  const asked = await requestLeave(world)({
    actor: ana,
    meta: meta('asked', ana),
    input: { ...june, leaveType: 'vacation', cover: dora.person, exception: false },
  })
  if (!asked.ok) throw new Error(JSON.stringify(asked.error))
  const about = { person: ana.person, request: asked.value.request, agrees: true }
  expect(await answerCover(world)({ actor: dora, meta: meta('agrees', dora), input: about })).toMatchObject({
    error: { type: 'CoverAway', on: '2026-06-01' },
  })
})
