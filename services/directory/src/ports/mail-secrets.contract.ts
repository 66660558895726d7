import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { Given } from '@awayday/event-sourcing/contracts'
import type { MailSecrets } from './mail-secrets.port.ts'

export const mailSecretsContract: Contract<MailSecrets, Given> = {
  'a company has one secret, always the same': async (secrets, { tenant }) => {
    const secret = await secrets.of(tenant())
    assert.ok(secret.length >= 43)
    assert.equal(await secrets.of(tenant()), secret)
  },

  'many who ask first at the same moment are told the same': async (secrets, { tenant }) => {
    const told = await Promise.all(Array.from({ length: 8 }, () => secrets.of(tenant())))
    assert.equal(new Set(told).size, 1)
    assert.equal(await secrets.of(tenant()), told[0])
  },

  'another company has another secret': async (secrets, { tenant }) => {
    assert.notEqual(await secrets.of(tenant()), await secrets.of(tenant('a')))
  },
}
