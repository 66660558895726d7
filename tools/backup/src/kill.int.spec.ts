import { join } from 'node:path'
import type { TenantId } from '@awayday/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, digestIn } from './testing/command.ts'
import { type Company, small, told } from './testing/company.ts'
import { livingIn } from './testing/data-dir.ts'
import { scratchFolders } from './testing/folders.ts'

const acme = 'acme' as TenantId
const folders = await scratchFolders()
afterAll(() => folders[Symbol.asyncDispose]())

/** Two chunks of events. */
const large = (tenant: TenantId): Company => ({
  ...small(tenant),
  events: Array.from({ length: 60 }, (_, n) => told(tenant, `person/p${n}`, Array(4).fill('x'.repeat(20_000)))).flat(),
})

let dataDir = ''
let backup = ''
let digest: unknown
beforeAll(async () => {
  dataDir = await folders.folder()
  await livingIn(dataDir, { acme: large(acme) })
  backup = join(await folders.folder(), 'backup')
  digest = digestIn(await command('backup', ['--to', backup, '--data-dir', dataDir]))
})

/** Of a command's ten steps. After the seventh both still have megabytes to go, so the kill is in time. */
const kills = process.env['CI'] ? [1, 2, 3, 4, 5, 6, 7] : [2, 5, 7]

describe.each(kills)('killed after step %d of ten', (killAfter) => {
  test('a restore is brought to its end by the next', async () => {
    const to = await folders.folder()
    const killed = await command('restore', ['--from', backup, '--data-dir', to], { killAfter })
    expect(killed.code).toBe(null)
    const ended = await command('restore', ['--from', backup, '--data-dir', to])
    expect(digestIn(ended)).toBe(digest)
    expect(ended.lines.length).toBeLessThan(11) // it went on
    const again = await command('backup', ['--to', join(to, 'again'), '--data-dir', to])
    expect(digestIn(again)).toBe(digest)
  })

  test('a backup is none, and the next begins anew', async () => {
    const to = await folders.folder()
    const killed = await command('backup', ['--to', to, '--data-dir', dataDir], { killAfter })
    expect(killed.code).toBe(null)
    const refused = await command('restore', ['--from', to, '--data-dir', await folders.folder()])
    expect(refused).toEqual({
      code: 2,
      lines: [],
      complaint: `${to} holds no backup: without a manifest.json it was never finished.\n`,
    })
    expect(digestIn(await command('backup', ['--to', to, '--data-dir', dataDir]))).toBe(digest)
    expect(digestIn(await command('restore', ['--drill', to]))).toBe(digest)
  })
})
