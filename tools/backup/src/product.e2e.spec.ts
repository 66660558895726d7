import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { PersonId } from '@awayday/kernel'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startProduct } from '../../host/src/e2e/product.ts'
import { bearerOf } from '../../host/src/e2e/small-company.ts'
import { homes } from '../../host/src/e2e/stores.ts'
import { scratchFolders } from './testing/folders.ts'

/** What signs cookies and hides mails: the same wherever the data is. */
const AWAYDAY_SECRET = 'a secret for specs, 32 characters'
const TODAY = '2026-06-01'
const ROOT = resolve(import.meta.dirname, '../../..')
const folders = await scratchFolders()
afterAll(() => folders[Symbol.asyncDispose]())

const run = async (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, [`tools/backup/src/${command}.ts`, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env, AWAYDAY_SECRET },
  })
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}

/** What everybody of the demo company is told of their balances. */
const balancesAt = async (url: string): Promise<unknown> => {
  const { people } = (await (await fetch(`${url}/v1/demo/people`)).json()) as {
    readonly people: readonly { readonly person: PersonId }[]
  }
  const told: unknown[] = []
  for (const { person } of people.slice(0, 5)) {
    const headers = { authorization: `Bearer ${await bearerOf(url, person)}` }
    const answered = await fetch(`${url}/v1/leave/balances?person=${person}&on=2026-12-31`, { headers })
    told.push([person, answered.status, await answered.json()])
  }
  return told
}

let dataDir = ''
let backup = ''
let before: unknown
let digest: unknown
beforeAll(async () => {
  dataDir = await folders.folder()
  backup = join(await folders.folder(), 'backup')
  await using product = await startProduct(['--data-dir', dataDir, '--port', '0', '--today', TODAY], { AWAYDAY_SECRET })
  before = await balancesAt(product.url)
  digest = ((await run('backup', ['--to', backup, '--data-dir', dataDir], {})) as { readonly sha256: string }).sha256
}, 400_000)

test.each(Object.entries(homes))(
  'a company that was restored into %s is answered as before',
  { timeout: 300_000 },
  async (_store, home) => {
    await using there = await home()
    expect(await run('restore', ['--from', backup, ...there.flags], there.env)).toMatchObject({ sha256: digest })
    await using product = await startProduct([...there.flags, '--port', '0', '--today', TODAY, '--no-seed'], {
      ...there.env,
      AWAYDAY_SECRET,
    })
    // All that was restored is news to the feed, so a slow server may ask to come again.
    const after = await vi.waitFor(() => balancesAt(product.url), { timeout: 60_000, interval: 1_000 })
    expect(after).toEqual(before)
    expect(before).toContainEqual([expect.anything(), 200, { balances: expect.arrayContaining([expect.anything()]) }])
  },
)
