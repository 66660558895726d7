import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ShipProblem } from './ship-problem.ts'
import { moved, readVersions, steppedBack, type Versions, writeVersions } from './versions.ts'

const folder = mkdtempSync(join(tmpdir(), 'awayday-versions-'))
afterAll(() => rmSync(folder, { recursive: true }))

const a = 'a'.repeat(64)
const b = 'b'.repeat(64)
const at = '2027-01-01T08:30:00.000Z'
const versions: Versions = { region: 'eu-west-1', keepsData: true, services: { leave: a }, before: [] }

describe('the versions file of an environment', () => {
  test('is read as it was written', async () => {
    await writeVersions(folder, 'prod', versions)
    expect(await readVersions(folder, 'prod')).toEqual(versions)
  })

  test('is not there before the first deploy', async () => expect(await readVersions(folder, 'new')).toBe(undefined))

  test('that is wrong is refused with all that is wrong in it', async () => {
    const file = join(folder, 'bad.json')
    writeFileSync(file, JSON.stringify({ ...versions, region: 'europe', services: { leave: 'latest' }, more: 1 }))
    await expect(readVersions(folder, 'bad')).rejects.toThrow(
      new ShipProblem(`${file} is not what it should be:
  region: a region such as eu-west-1
  services.leave: the SHA-256 of a service as it was built, 64 hex digits
  more: Invalid key: Expected never but received "more"`),
    )
  })

  test('keeps its data, or has a last day', async () => {
    await writeVersions(folder, 'both', { ...versions, expires: '2027-01-31' })
    await expect(readVersions(folder, 'both')).rejects.toThrow('what has a last day cannot keep its data')
  })

  test('that is no JSON, and an environment of another name than can be, are refused in a sentence', async () => {
    writeFileSync(join(folder, 'torn.json'), '{"region":')
    await expect(readVersions(folder, 'torn')).rejects.toThrow('is not JSON. Take it from the repository’s history.')
    await expect(readVersions(folder, '../prod')).rejects.toThrow('not "../prod"')
  })
})

describe('what ran before', () => {
  test('is remembered, newest first, and ten of it', () => {
    const moves = Array.from({ length: 12 }, (_, n) => String(n % 10).repeat(64))
    const after = moves.reduce((now, leave) => moved(now, { leave }, at), versions)
    expect(after.services).toEqual({ leave: moves.at(-1) })
    expect(after.before).toHaveLength(10)
    expect(after.before[0]).toEqual({ services: { leave: moves.at(-2) }, until: at })
  })

  test('is not the same again', () => expect(moved(versions, { leave: a }, at)).toBe(versions))

  test('comes back step by step, until nothing is remembered', () => {
    const twice = moved(moved(versions, { leave: b }, at), { leave: 'c'.repeat(64) }, at)
    const once = steppedBack(twice)
    expect(once).toMatchObject({ services: { leave: b }, before: [{ services: { leave: a } }] })
    expect(once && steppedBack(once)).toEqual(versions)
    expect(steppedBack(versions)).toBe(undefined)
  })
})
