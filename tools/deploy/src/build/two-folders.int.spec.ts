import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from '../bundle/bundle.ts'
import type { Index } from './kept.ts'

/** Beside the repository, as links cannot lead to another disk. */
const folder = mkdtempSync(join(ROOT, '../awayday-two-folders-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (cwd: string, command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** With all that is installed, whose links lead to their own neighbours; the web app is to be built anew. */
const copyTo = (to: string): void => {
  run(ROOT, 'cp', '--archive', '--link', '.', to)
  rmSync(join(to, 'services/dashboard/dist'), { recursive: true, force: true })
}

const builtIn = (root: string): Index => {
  const out = join(folder, 'out', root.replaceAll('/', '-'))
  run(root, process.execPath, 'tools/deploy/src/build.ts', '--out', out)
  return JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')) as Index
}

test('two builds of the same source in two folders are the same, byte for byte', { timeout: 120_000 }, () => {
  const other = join(folder, 'a folder of another name')
  copyTo(other)
  const [here, there] = [builtIn(ROOT), builtIn(other)]
  expect(there).toEqual(here) // names are hashes of all that was built: functions, services, web app
  expect(Object.keys(here.services)).toEqual(['directory', 'leave', 'dashboard'])
})
