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

describe('the linter', () => {
  test.each(canaries)('still finds %s in %j', async (rule, line) => {
    await using house = await written({
      'biome.json': JSON.stringify({ ...biome, vcs: { enabled: false }, root: true }),
      'tools/boundaries/no-chance.grit': await readFile(join(root, 'tools/boundaries/no-chance.grit'), 'utf8'),
      'packages/kernel/src/canary.ts': `${line}\n`,
    })
    const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '.'], {
      cwd: house.root,
      encoding: 'utf8',
    })
    expect(`${stdout}${stderr}`).toMatch(new RegExp(`canary\\.ts:\\d+:\\d+ ${rule} `))
  })
})
