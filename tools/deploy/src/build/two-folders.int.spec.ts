import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from '../bundle/bundle.ts'
import type { Index } from './kept.ts'

const folder = mkdtempSync(join(tmpdir(), 'awayday-two-folders-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (cwd: string, command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** Everything that is in the repository, or would be after the next commit. */
const copyTo = (to: string): void => {
  for (const file of run(ROOT, 'git', 'ls-files', '-co', '--exclude-standard', '-z').split('\0'))
    if (file && existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(to, file))
}

const builtIn = (root: string): Index => {
  const out = join(folder, 'out', root.replaceAll('/', '-'))
  run(root, process.execPath, 'tools/deploy/src/build.ts', '--out', out)
  return JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')) as Index
}

test('two builds of the same source in two folders are the same, byte for byte', { timeout: 300_000 }, () => {
  const other = join(folder, 'a folder of another name')
  copyTo(other)
  run(other, 'npx', '-y', 'pnpm@12', 'install', '--frozen-lockfile', '--prefer-offline', '--silent')
  const [here, there] = [builtIn(ROOT), builtIn(other)]
  expect(there).toEqual(here) // names are hashes of all that was built: functions, services, web app
  expect(Object.keys(here.services)).toEqual(['directory', 'leave', 'dashboard'])
})
