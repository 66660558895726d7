import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedFor } from './asked.ts'
import { readFlags } from './flags.ts'
import { type Versions, writeVersions } from './versions.ts'

const folder = mkdtempSync(join(tmpdir(), 'awayday-asked-'))
afterAll(() => rmSync(folder, { recursive: true }))
const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
const at = '2027-01-15T08:00:00.000Z'
const versions: Versions = { region: 'eu-west-1', keepsData: false, services: { leave: a }, before: [] }
beforeAll(async () => {
  await writeVersions(folder, 'test', {
    ...versions,
    services: { leave: b },
    before: [{ services: { leave: a }, until: at }],
  })
  await writeVersions(folder, 'ana', { ...versions, expires: '2027-01-14' })
})

const asked = async (line: string) => {
  const flags = readFlags(line.split(' '), at.slice(0, 10))
  if (!flags) throw new Error('help was asked for')
  return askedFor(folder, flags, at)
}

describe('what is asked for', () => {
  test('is what ran before, of a rollback', async () =>
    expect(await asked('rollback test')).toMatchObject({
      environment: 'test',
      next: { services: { leave: a }, before: [] },
    }))

  test('is what runs elsewhere, of a promotion: into an environment that is there, or a new one', async () => {
    expect(await asked('promote test prod --region eu-west-1 --keeps-data')).toMatchObject({
      environment: 'prod',
      now: { services: {}, keepsData: true },
      next: { services: { leave: b } },
    })
    expect(await asked('promote test ana --expires 2027-02-01')).toMatchObject({
      next: { services: { leave: b }, expires: '2027-02-01', before: [{ services: { leave: a } }] },
    })
  })

  test('is what the file says, of a promotion to itself: where a ship was stopped between two stacks', async () => {
    const { now, next } = await asked('promote test test --over --at-once')
    expect(now.services).toEqual({ leave: b })
    expect(next).toEqual(now)
  })

  test.each([
    ['rollback ana', 'Nothing is remembered of what ana ran before.'],
    ['rollback prod', `There is no ${folder}/prod.json. pnpm ship prod --region … makes one.`],
    ['promote test prod', 'prod is new: say where it is to be, with --region.'],
    [
      'promote test ana',
      'ana had its last day on 2027-01-14: give it another with --expires, or remove it with pnpm retire ana.',
    ],
    ['promote ana test --expires 2027-02-01', 'test is nobody’s own: it has no last day, and gets none.'],
  ])('is refused in a sentence: %s', (line, sentence) => expect(asked(line)).rejects.toThrow(sentence))
})
