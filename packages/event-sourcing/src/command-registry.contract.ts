import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { addMs, type Instant } from '@awayday/kernel'
import { type CommandRegistry, REGISTRY_DAYS, type Registered } from './command-registry.port.ts'
import type { StreamName } from './stream.ts'
import type { Given } from './testing/given.ts'

const at = '2026-05-04T08:00:00.000Z' as Instant
const expiry = addMs(at, REGISTRY_DAYS * 86_400_000)
const use = (digest: string): Registered => ({ digest, stream: `thing/${digest}` as StreamName })

export const commandRegistryContract: Contract<CommandRegistry, Given> = {
  'the first use of a key is noted': async (registry, { tenant }) => {
    const key = { tenant: tenant(), actor: 'ana', key: 'k1' }
    assert.deepEqual(await registry.note(key, use('one'), at), { first: use('one'), at, again: false })
  },

  'a later use is told the first and when that was, which stands': async (registry, { tenant }) => {
    const key = { tenant: tenant(), actor: 'ana', key: 'k1' }
    await registry.note(key, use('one'), at)
    for (const digest of ['one', 'two', 'one'])
      assert.deepEqual(await registry.note(key, use(digest), addMs(at, 5_000)), { first: use('one'), at, again: true })
  },

  'a key stands for its first use to the last moment of 30 days, and not longer': async (registry, { tenant }) => {
    const key = { tenant: tenant(), actor: 'ana', key: 'k1' }
    await registry.note(key, use('one'), at)
    assert.deepEqual(await registry.note(key, use('two'), addMs(expiry, -1)), { first: use('one'), at, again: true })
    assert.deepEqual(await registry.note(key, use('two'), expiry), { first: use('two'), at: expiry, again: false })
    assert.deepEqual(await registry.note(key, use('one'), expiry), { first: use('two'), at: expiry, again: true })
  },

  'of 8 racing uses exactly one is the first, and all are told it': async (registry, { tenant }) => {
    const key = { tenant: tenant(), actor: 'ana', key: 'k1' }
    for (const moment of [at, expiry]) {
      const uses = Array.from({ length: 8 }, (_, n) => use(`${moment} ${n}`))
      const told = await Promise.all(uses.map((each) => registry.note(key, each, moment)))
      const winner = told.findIndex(({ again }) => !again)
      assert.equal(told.filter(({ again }) => !again).length, 1)
      for (const { first } of told) assert.deepEqual(first, uses[winner])
    }
  },

  'keys that run together are apart': async (registry, { tenant }) => {
    const longest = '~'.repeat(128)
    const keys = [
      ['ana', 'bk'],
      ['anab', 'k'],
      ['ana', 'b#k'],
      ['ana#b', 'k'],
      ['a', 'na/bk'],
      ['ana', longest],
      ['ana', `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}`],
    ].flatMap(([actor = '', key = '']) => [tenant(), tenant('a')].map((of) => ({ tenant: of, actor, key })))
    for (const [n, key] of keys.entries())
      assert.deepEqual(await registry.note(key, use(`${n}`), at), { first: use(`${n}`), at, again: false })
    for (const [n, key] of keys.entries())
      assert.deepEqual(await registry.note(key, use('another'), at), { first: use(`${n}`), at, again: true })
  },
}
