import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { Given } from '@awayday/event-sourcing/contracts'
import { DOCUMENT_BYTES_MAX } from '#domain/company/setting.ts'
import type { Documents } from './documents.port.ts'

const text = '{"name":"À la mer 🏖️","zeta":1,"alpha":[2.50,"\\u2028"]}\n'

export const documentsContract: Contract<Documents, Given> = {
  'a document is known by the hash of its text': async (documents, { tenant: tenantOf }) =>
    // printf '{}' | openssl dgst -sha256 -binary | base64 | tr '+/' '-_'
    assert.equal(await documents.put(tenantOf(), '{}'), 'RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o'),

  'what was put is read, byte for byte': async (documents, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const hash = await documents.put(tenant, text)
    const other = await documents.put(tenant, '{}')
    assert.deepEqual(
      await documents.read(tenant, [hash, other]),
      new Map([
        [hash, text],
        [other, '{}'],
      ]),
    )
  },

  'the same text again is the same document': async (documents, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const [hash, again] = [await documents.put(tenant, text), await documents.put(tenant, text)]
    assert.equal(again, hash)
    assert.deepEqual(await documents.read(tenant, [hash]), new Map([[hash, text]]))
  },

  'many who put the same text at once have all put it': async (documents, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const hashes = await Promise.all(Array.from({ length: 8 }, () => documents.put(tenant, text)))
    assert.equal(new Set(hashes).size, 1)
    assert.deepEqual(await documents.read(tenant, hashes), new Map(hashes.slice(0, 1).map((hash) => [hash, text])))
  },

  'what nobody put is left out': async (documents, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const hash = await documents.put(tenant, text)
    assert.deepEqual(await documents.read(tenant, ['A'.repeat(43), hash]), new Map([[hash, text]]))
    assert.deepEqual(await documents.read(tenant, []), new Map())
  },

  'a long document is kept whole, and one too long is refused': async (documents, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const long = 'é'.repeat(DOCUMENT_BYTES_MAX / 2)
    const hash = await documents.put(tenant, long)
    assert.equal((await documents.read(tenant, [hash])).get(hash), long)
    await assert.rejects(documents.put(tenant, `${long}!`))
  },

  'companies are apart': async (documents, { tenant: tenantOf }) => {
    const hash = await documents.put(tenantOf(), text)
    assert.deepEqual(await documents.read(tenantOf('-b'), [hash]), new Map())
  },
}
