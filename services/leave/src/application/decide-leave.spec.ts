import type { Actor } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { requestOf } from '#domain/person/state.ts'
import { opened } from '#testing/desk.ts'
import { day, metaOf, type Office } from '#testing/office.ts'
import { approve, ask, save } from '#testing/settings.ts'
import {
  answerCover,
  approveCancellation,
  cancelLeave,
  declineCancellation,
  declineLeave,
  keepLeave,
  withdrawLeave,
} from './decide-leave.ts'
import { tellPerson } from './person-stream.ts'
import { requestLeave } from './request-leave.ts'

let office: Office
beforeEach(async () => {
  office = await opened('words')
})

let keys = 0
const call = <Input>(actor: Actor, input: Input) => ({
  actor,
  meta: metaOf(office, `word ${++keys}`, { actor: actor.person }),
  input,
})
const stateOf = async (request: string) =>
  requestOf((await tellPerson(office.world, office.tenant, office.ana.person)).state, request)?.approval.status
const about = (request: string) => ({ person: office.ana.person, request })
const approved = async () => {
  const request = await ask(office, office.ana, '2026-06-01')
  await approve(office, office.ben, office.ana, request)
  return request
}

describe('a request', () => {
  test('is declined, by whoever decides', async () => {
    const request = await ask(office, office.ana, '2026-06-01')
    const decline = (actor: Actor) => declineLeave(office.world)(call(actor, { ...about(request), answer: null }))
    expect(await decline(office.dora)).toEqual({ ok: false, error: { type: 'NotRequested', request } })
    expect(await decline(office.ben)).toEqual({ ok: true, value: { request, version: expect.any(Number) } })
    expect(await stateOf(request)).toBe('declined')
  })

  test('is withdrawn, by the person alone', async () => {
    const request = await ask(office, office.ana, '2026-06-01')
    const withdraw = (actor: Actor) => withdrawLeave(office.world)(call(actor, about(request)))
    expect(await withdraw(office.ben)).toMatchObject({ ok: false })
    expect(await withdraw(office.ana)).toMatchObject({ ok: true })
    expect(await stateOf(request)).toBe('withdrawn')
  })
})

describe('cancelling that has to be approved', () => {
  beforeEach(() => save(office, { kind: 'approval', id: 'all', document: { cancellation: 'approval' } }))
  const asked = async () => {
    const request = await approved()
    await cancelLeave(office.world)(call(office.ana, about(request)))
    return request
  }
  const decide = (how: typeof approveCancellation, actor: Actor, request: string) =>
    how(office.world)(call(actor, { ...about(request), answer: null }))

  test('waits, and is approved', async () => {
    const request = await asked()
    expect(await stateOf(request)).toBe('cancelRequested')
    expect(await decide(approveCancellation, office.ana, request)).toEqual({ ok: false, error: { type: 'OwnLeave' } })
    expect(await decide(approveCancellation, office.ben, request)).toMatchObject({ ok: true, value: { request } })
    expect(await stateOf(request)).toBe('cancelled')
  })

  test('is declined: the leave stays', async () => {
    const request = await asked()
    expect(await decide(declineCancellation, office.ben, request)).toMatchObject({ ok: true, value: { request } })
    expect(await stateOf(request)).toBe('approved')
  })

  test('is thought better of, by the person', async () => {
    const request = await asked()
    const keep = (actor: Actor) => keepLeave(office.world)(call(actor, about(request)))
    expect(await keep(office.dora)).toEqual({ ok: false, error: { type: 'NotRequested', request } })
    expect(await keep(office.ana)).toMatchObject({ ok: true, value: { request } })
    expect(await stateOf(request)).toBe('approved')
  })
})

describe('a colleague who is to take the work over', () => {
  const monday = { first: day('2026-06-01'), firstPart: 'whole', last: day('2026-06-01'), lastPart: 'whole' } as const
  const covered = async () => {
    const wish = {
      leaveType: 'vacation',
      cover: office.dora.person,
      exception: false,
      certificate: false,
      reason: null,
    }
    const asked = await requestLeave(office.world)(call(office.ana, { ...wish, dates: { kind: 'range', ...monday } }))
    if (!asked.ok) throw new Error(JSON.stringify(asked.error))
    return asked.value.request
  }
  const answer = (request: string, agrees: boolean, actor = office.dora) =>
    answerCover(office.world)(call(actor, { ...about(request), agrees }))

  test('is waited for by the last approval', async () => {
    const request = await covered()
    await approve(office, office.ben, office.ana, request)
    expect(await stateOf(request)).toBe('pending')
    expect(await answer(request, true)).toMatchObject({ ok: true, value: { request } })
    expect(await stateOf(request)).toBe('approved')
  })

  test('says so for themselves', async () => {
    const request = await covered()
    expect(await answer(request, true, office.ben)).toEqual({ ok: false, error: { type: 'NotYourDecision', request } })
  })
})
