import { readdir } from 'node:fs/promises'
import type { TenantId } from '@awayday/kernel'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { companies, small } from './testing/company.ts'
import { scratchFolders } from './testing/folders.ts'
import { heldOf, inKeyOrder, living, newPlace } from './testing/places.ts'
import { restored, taken } from './testing/there-and-back.ts'

const [acme, acme2] = ['acme', 'acme2'] as [TenantId, TenantId]
const folders = await scratchFolders()
afterAll(() => folders[Symbol.asyncDispose]())
const RUNS = process.env['CI'] ? 100 : 4

describe('a backup', () => {
  test('restores byte for byte, whatever a company holds', () =>
    fc.assert(
      fc.asyncProperty(companies(acme), companies(acme2), async (one, other) => {
        const from = await living(await newPlace(), { acme: one, acme2: other })
        const to = await newPlace()
        const where = await folders.folder()
        const first = await taken(from, [acme, acme2], where)
        await restored(where, to)
        expect(await heldOf(to, acme)).toEqual(inKeyOrder(one))
        expect(await heldOf(to, acme2)).toEqual(inKeyOrder(other))
        expect((await taken(to, [acme, acme2], await folders.folder())).sha256).toBe(first.sha256)
      }),
      { numRuns: RUNS },
    ))

  test('names no file for whom it holds', async () => {
    const where = await folders.folder()
    await taken(await living(await newPlace(), { acme: small(acme) }), [acme], where)
    expect((await readdir(where)).sort()).toEqual([
      'leave-000001.zst',
      'leave-000002.zst',
      'leave-000003.zst',
      'leave-000004.zst',
      'leave-000005.zst',
      'manifest.json',
    ])
  })
})
