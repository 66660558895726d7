import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { written } from './written.ts'

const root = resolve(import.meta.dirname, '../../..')
const biome = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'))

/** Rules that a new version of the linter could lose, each with a line it must find. */
const canaries: readonly (readonly [rule: string, line: string])[] = [
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
]

/** What is no whole number, or may not be. */
const floats = [
  'export const x = 1 / 3',
  'export const x = Math.floor(1) / 3',
  'export const x = Math.round(1)',
  'export const x = Math.PI',
  'export const x = 0.5',
  'export const x = 1e-4',
  'export const x = (1).toFixed(2)',
  "export const x = parseFloat('1')",
  'export let x = 1n\nx /= 2n',
]

const LEAVE = 'services/leave/src/domain'
/** What is exact, or no amount. */
const allowed: readonly (readonly [line: string, folder: string])[] = [
  ['export const x = Math.floor(1 / 3)', LEAVE],
  ['export const x = 1 / 3', 'services/leave/src/wire'],
]

describe('the linter', () => {
  test.each(canaries)('still finds %s in %j', async (rule, line) => {
    expect(await lint(line, 'packages/kernel/src')).toMatch(new RegExp(`canary\\.ts:\\d+:\\d+ ${rule} `))
  })

  test.each(floats)('finds a float in %j', async (line) => {
    expect(await lint(line, LEAVE)).toMatch(/canary\.ts:\d+:\d+ plugin /)
  })

  test.each(allowed)('finds nothing in %j in %s', async (line, folder) => {
    const found = await lint(line, folder)
    expect(found).toMatch(/Checked \d+ files/)
    expect(found).not.toMatch(/canary\.ts:\d+:\d+ plugin /)
  })
})

const lint = async (line: string, folder: string): Promise<string> => {
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
