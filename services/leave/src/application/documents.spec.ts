import type { TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { initial, type State } from '#domain/person/state.ts'
import { yearlyPolicy } from '#domain/person/yearly-policy.ts'
import type { Documents } from '#ports/documents.port.ts'
import { day } from '#testing/office.ts'
import { policyText } from '#wire/documents.ts'
import { documentsOf } from './documents.ts'

const policy = yearlyPolicy('vacation', { unit: 'day', n: 220_000 })
const naming = (document: string): State => ({
  ...initial('ana' as State['owner']),
  terms: [{ policy: 'ours', version: 1, from: day('2026-01-01'), leaveType: 'vacation', document, fact: 0 }],
})

/** A store of one document that counts how often it is asked. */
const shelf = (hash: string) => {
  const asked: string[] = []
  const documents: Documents = {
    put: async () => hash,
    read: async (_tenant, hashes) => {
      asked.push(...hashes)
      return new Map(hashes.filter((one) => one === hash).map((one) => [one, policyText(policy)]))
    },
  }
  return { documents, asked }
}
const [one, other] = ['documents-one', 'documents-other'] as unknown as readonly [TenantId, TenantId]

describe('the documents that facts name', () => {
  test('are read once, as they never change', async () => {
    const { documents, asked } = shelf('a')
    for (let n = 0; n < 2; n++) {
      const read = await documentsOf({ documents }, one, naming('a'))
      expect(read.documents.policies).toEqual(new Map([['a', policy]]))
    }
    expect(asked).toEqual(['a'])
  })

  test('are read once by those who ask in the same moment', async () => {
    const { documents, asked } = shelf('e')
    await Promise.all([1, 2].map(() => documentsOf({ documents }, one, naming('e'))))
    expect(asked).toEqual(['e'])
  })

  test('are asked for again by whoever comes after trouble', async () => {
    const { documents, asked } = shelf('f')
    const { read } = documents
    documents.read = () => Promise.reject(new Error('throttled'))
    await expect(documentsOf({ documents }, one, naming('f'))).rejects.toThrow('throttled')
    documents.read = read
    await documentsOf({ documents }, one, naming('f'))
    expect(asked).toEqual(['f'])
  })

  test('are each company’s own', async () => {
    const { documents, asked } = shelf('b')
    await documentsOf({ documents }, one, naming('b'))
    await documentsOf({ documents }, other, naming('b'))
    expect(asked).toEqual(['b', 'b'])
  })

  test('are there: a fact without its document is a defect', () =>
    expect(documentsOf(shelf('c'), one, naming('d'))).rejects.toThrow('there is no document d'))
})
