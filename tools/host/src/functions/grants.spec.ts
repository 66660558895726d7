import type { FunctionManifest } from '@awayday/manifest'
import { expect, test } from 'vitest'
import notebook from '../fixtures/notebook/service.ts'
import { withHost } from '../fixtures/with-host.ts'

/** What the console tells of the last run of the function that writes notes, with other rights than its own. */
const saidOf = async (rights: Partial<FunctionManifest>): Promise<string | undefined> => {
  const write = { ...notebook.functions.write, ...rights }
  await using host = await withHost([{ ...notebook, functions: { ...notebook.functions, write } }])
  await fetch(`${host.url}/notes/a`, { method: 'POST' })
  const { invocations } = (await (await fetch(`${host.url}/_host/state`)).json()) as {
    readonly invocations: readonly { readonly function: string; readonly outcome: string; readonly reason?: string }[]
  }
  const last = invocations.find((each) => each.function === 'notebook/write')
  return last?.reason ?? last?.outcome
}

test('a function does what its manifest says', async () => expect(await saidOf({})).toBe('ok'))

test.each([
  ['writes', 'events', { writes: ['control'] }],
  ['reads', 'events', { reads: [] }],
] as const)('a right that is taken from a manifest is missed by name: %s %s', async (right, table, rights) =>
  expect(await saidOf(rights)).toBe(
    `NotGranted: notebook/write ${right} ${table}, which its manifest does not say: add '${table}' to ${right} of write in services/notebook/service.ts`,
  ),
)
