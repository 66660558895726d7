import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toRetire } from './retire.ts'
import { type Versions, writeVersions } from './versions.ts'

const folder = mkdtempSync(join(tmpdir(), 'awayday-retire-'))
afterAll(() => rmSync(folder, { recursive: true }))
const versions: Versions = { region: 'eu-west-1', keepsData: false, services: {}, before: [] }
beforeAll(async () => {
  await writeVersions(folder, 'prod', { ...versions, keepsData: true })
  await writeVersions(folder, 'ana', { ...versions, expires: '2027-01-31' })
  await writeVersions(folder, 'ben', { ...versions, expires: '2027-02-28' })
})
const names = async (name: string | undefined, today: string) =>
  (await toRetire(folder, name, today)).map(([environment]) => environment)

test('an environment goes after its last day, and one that is kept never', async () => {
  expect(await names(undefined, '2027-01-31')).toEqual([])
  expect(await names(undefined, '2027-02-01')).toEqual(['ana'])
  expect(await names(undefined, '2099-01-01')).toEqual(['ana', 'ben'])
})

test('an environment that is named goes at once, if it is somebody’s own', async () => {
  expect(await names('ben', '2027-01-01')).toEqual(['ben'])
  await expect(names('prod', '2099-01-01')).rejects.toThrow('prod is nobody’s own, and is not removed by a command.')
  await expect(names('cy', '2027-01-01')).rejects.toThrow(`There is no ${folder}/cy.json.`)
})

test('where nothing was ever shipped, nothing is to be removed', async () =>
  expect(await toRetire(join(folder, 'none'), undefined, '2027-01-01')).toEqual([]))
