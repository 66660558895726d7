import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { Given } from '@awayday/event-sourcing/contracts'
import type { Instant, PersonId } from '@awayday/kernel'
import type { Sessions } from './sessions.port.ts'

const started = {
  person: 'ana' as PersonId,
  createdAt: '2026-03-02T09:00:00.000Z' as Instant,
  expiresAt: '2026-03-02T21:00:00.000Z' as Instant,
}

export const sessionsContract: Contract<Sessions, Given> = {
  'a session nobody started is not there': async (sessions, { tenant }) => {
    assert.equal(await sessions.load(tenant(), 's1'), undefined)
  },

  'a session is read as it was started': async (sessions, { tenant }) => {
    await sessions.start(tenant(), 's1', started)
    assert.deepEqual(await sessions.load(tenant(), 's1'), { ...started, revoked: false })
  },

  'an id is given once': async (sessions, { tenant }) => {
    await sessions.start(tenant(), 's1', started)
    await assert.rejects(sessions.start(tenant(), 's1', { ...started, person: 'ben' as PersonId }))
    assert.equal((await sessions.load(tenant(), 's1'))?.person, 'ana')
  },

  'a revoked session is seen as such at once, and for good': async (sessions, { tenant }) => {
    await sessions.start(tenant(), 's1', started)
    await sessions.revoke(tenant(), 's1')
    assert.deepEqual(await sessions.load(tenant(), 's1'), { ...started, revoked: true })
    await assert.rejects(sessions.start(tenant(), 's1', started))
  },

  'revoking once more, at the same moment, or what is not there, is harmless': async (sessions, { tenant }) => {
    await sessions.start(tenant(), 's1', started)
    await Promise.all(['s1', 's1', 's1', 's2'].map((id) => sessions.revoke(tenant(), id)))
    assert.deepEqual(await sessions.load(tenant(), 's1'), { ...started, revoked: true })
    assert.equal(await sessions.load(tenant(), 's2'), undefined)
  },

  'sessions of one id in two companies are two': async (sessions, { tenant }) => {
    await sessions.start(tenant(), 's1', started)
    assert.equal(await sessions.load(tenant('a'), 's1'), undefined)
    await sessions.start(tenant('a'), 's1', started)
    await sessions.revoke(tenant('a'), 's1')
    assert.equal((await sessions.load(tenant(), 's1'))?.revoked, false)
  },
}
