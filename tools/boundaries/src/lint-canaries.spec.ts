import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { written } from './written.ts'

const root = resolve(import.meta.dirname, '../../..')
const biome = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'))

/** Rules that a new version of the linter could lose, each with a line it must find, and the folder where it must. */
const canaries: readonly (readonly [rule: string, line: string, folder?: string])[] = [
  ['lint/nursery/noFloatingPromises', 'const later = async () => 1\nlater()'],
  ['lint/nursery/noMisusedPromises', 'const later = async () => true\nif (later()) throw new Error()'],
  [
    'lint/nursery/useExhaustiveSwitchCases',
    "export const f = (x: 'a' | 'b') => {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n}",
  ],
  ['lint/style/noRestrictedGlobals', 'export const now = new Date()'],
  ['lint/style/noRestrictedGlobals', 'export const later = setTimeout'],
  ['lint/style/noNonNullAssertion', "export const x = [''].at(0)!"],
  ['lint/suspicious/noExplicitAny', 'export const x = (y: any) => y'],
  ['plugin', 'export const chance = Math.random()'],
  ['plugin', "import { randomUUID } from 'node:crypto'\nexport const id = randomUUID()"],
  ...['1 / 3', 'Math.floor(1) / 3', 'Math.round(1)', 'Math.PI', '0.5', '1e-4', '(1).toFixed(2)', "parseFloat('1')"].map(
    (float) => ['plugin', `export const x = ${float}`, 'services/leave/src/domain'] as const,
  ),
  ['plugin', 'export let x = 1n\nx /= 2n', 'services/leave/src/domain'],
]

/** What is exact, or no amount. */
const allowed: readonly (readonly [line: string, folder: string])[] = [
  ['export const x = Math.floor(1 / 3)', 'services/leave/src/domain'],
  ['export const x = 1 / 3', 'services/leave/src/wire'],
]

describe('the linter', () => {
  test.each(canaries)('still finds %s in %j', async (rule, line, folder) => {
    expect(await lint(line, folder)).toMatch(new RegExp(`canary\\.ts:\\d+:\\d+ ${rule} `))
  })

  test.each(allowed)('finds nothing in %j in %s', async (line, folder) => {
    const found = await lint(line, folder)
    expect(found).toMatch(/Checked \d+ files/)
    expect(found).not.toMatch(/canary\.ts:\d+:\d+ plugin /)
  })
})

const lint = async (line: string, folder = 'packages/kernel/src'): Promise<string> => {
  await using house = await written({
    'biome.json': JSON.stringify({ ...biome, vcs: { enabled: false }, root: true }),
    ...Object.fromEntries(await Promise.all(biome.plugins.map(async (file: string) => [file, await read(file)]))),
    [`${folder}/canary.ts`]: `${line}\n`,
  })
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '.'], {
    cwd: house.root,
    encoding: 'utf8',
  })
  return `${stdout}${stderr}`
}

const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8')
