import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import dashboard from '@awayday/service-dashboard'
import { expect, test } from 'vitest'
import { builtFrom, digestOf } from './built-from.ts'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

test('a web app is built from its folder, the packages of ours that it imports, and the versions of others', () =>
  expect(builtFrom(fileURLToPath(new URL('.', dashboard.root))).map((path) => path.slice(ROOT.length))).toEqual([
    'services/dashboard/',
    'packages/manifest/',
    'packages/kernel/',
    'pnpm-lock.yaml',
  ]))

test('is built anew when a file of one of them has changed, and not for what was built or installed there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'awayday-built-from-'))
  const lockfile = join(folder, 'pnpm-lock.yaml')
  const app = join(folder, 'app/')
  cpSync(fileURLToPath(new URL('.', import.meta.url)), app, { recursive: true })
  writeFileSync(lockfile, 'one')
  const digest = () => digestOf([app, lockfile])
  const first = digest()
  cpSync(fileURLToPath(new URL('.', import.meta.url)), join(app, 'dist'), { recursive: true })
  expect(digest()).toBe(first)
  writeFileSync(lockfile, 'another')
  const second = digest()
  expect(second).not.toBe(first)
  writeFileSync(join(app, 'run.ts'), 'changed')
  expect(digest()).not.toBe(second)
  rmSync(folder, { recursive: true })
})
