import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TenantId } from '@awayday/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Place } from './place.ts'
import { BackupProblem } from './problem.ts'
import { small } from './testing/company.ts'
import { scratchFolders } from './testing/folders.ts'
import { heldOf, living, newPlace } from './testing/places.ts'
import { restored, taken } from './testing/there-and-back.ts'

const [acme, acme2] = ['acme', 'acme2'] as [TenantId, TenantId]
const folders = await scratchFolders()
afterAll(() => folders[Symbol.asyncDispose]())
const RUNS = process.env['CI'] ? 1_000 : 100

let good = ''
let files: readonly string[] = []
let target: Place
beforeAll(async () => {
  good = await folders.folder()
  await taken(await living(await newPlace(), { acme: small(acme), acme2: small(acme2) }), [acme, acme2], good)
  files = await readdir(good)
  target = await newPlace()
})

/** One damage to a folder; answers the names of which the refusal has to say one. */
type Damage = (folder: string) => Promise<readonly string[]>

const changing =
  (file: string, change: (bytes: Buffer) => Buffer): Damage =>
  async (folder) => {
    await replace(join(folder, file), change(await readFile(join(folder, file))))
    return [file]
  }

/** A file of its own, as the folder only links to those of the good one. */
const replace = async (file: string, bytes: Buffer): Promise<void> => {
  await rm(file)
  await writeFile(file, bytes)
}

const damages = (): fc.Arbitrary<Damage> => {
  const file = fc.constantFrom(...files)
  const where = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  return fc.oneof(
    fc.tuple(file, where, fc.integer({ min: 0, max: 7 })).map(([name, at, bit]) =>
      changing(name, (bytes) => {
        const n = Math.floor(at * bytes.length)
        bytes[n] = (bytes[n] ?? 0) ^ (1 << bit)
        return bytes
      }),
    ),
    fc
      .tuple(file, where)
      .map(([name, at]) => changing(name, (bytes) => bytes.subarray(0, Math.floor(at * bytes.length)))),
    fc
      .tuple(file, fc.uint8Array({ minLength: 1, maxLength: 9 }))
      .map(([name, more]) => changing(name, (bytes) => Buffer.concat([bytes, more]))),
    file.map(
      (name): Damage =>
        async (folder) => {
          await rm(join(folder, name))
          return [name]
        },
    ),
    fc
      .uniqueArray(fc.constantFrom(...files.filter((name) => name.endsWith('.zst'))), { minLength: 2, maxLength: 2 })
      .map(
        ([one = '', other = '']): Damage =>
          async (folder) => {
            const [first, second] = await Promise.all([readFile(join(folder, one)), readFile(join(folder, other))])
            if (first.equals(second)) return changing(one, (bytes) => bytes.subarray(1))(folder) // two that hold the same may change places
            await Promise.all([replace(join(folder, one), second), replace(join(folder, other), first)])
            return [one, other]
          },
      ),
  )
}

const outcome = (folder: string): Promise<unknown> =>
  restored(folder, target).then(
    () => 'restored',
    (trouble: unknown) => trouble,
  )

test('a damaged backup is refused by the name of its file, and nothing of it is written', async () => {
  await fc.assert(
    fc.asyncProperty(damages(), async (damage) => {
      const folder = await folders.folder()
      for (const name of files) await link(join(good, name), join(folder, name))
      const names = await damage(folder)
      const refusal = await outcome(folder)
      expect(refusal).toBeInstanceOf(BackupProblem)
      expect(names.some((name) => String(refusal).includes(name))).toBe(true)
      await rm(folder, { recursive: true })
    }),
    { numRuns: RUNS },
  )
  expect(await heldOf(target, acme)).toEqual({ events: [], records: [], registry: [], progress: [], 'views:views': [] })
  await restored(good, target) // the same target takes the undamaged one
  expect(await heldOf(target, acme)).toEqual(await heldOf(await living(await newPlace(), { acme: small(acme) }), acme))
})

test('a file of another backup is refused, though it is whole', async () => {
  const other = await folders.folder()
  await taken(await living(await newPlace(), { acme: { ...small(acme), records: [] } }), [acme], other)
  const folder = await folders.folder()
  for (const name of files) await link(join(good, name), join(folder, name))
  await replace(join(folder, 'manifest.json'), await readFile(join(other, 'manifest.json')))
  expect(await outcome(folder)).toBeInstanceOf(BackupProblem)
})
