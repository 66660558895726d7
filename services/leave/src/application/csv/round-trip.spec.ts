import { processClock } from '@awayday/clock'
import type { PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { branch } from '#testing/branch.ts'
import { metaOf, movable, type Office, settled } from '#testing/office.ts'
import { CSV_KINDS } from '#wire/csv/inputs.ts'
import { tellPerson } from '../person-stream.ts'
import { anyStep } from './any-step.given.ts'
import { exportCsv } from './export-csv.ts'
import { importCsv } from './import-csv.ts'

Object.assign(process.env, {
  AWAYDAY_DATA_DIR: ':memory:',
  AWAYDAY_SECRET: 'a secret for companies that go from file to file',
  AWAYDAY_LOG: 'off',
})
const clock = movable(processClock)
/** Each is two companies with all their streams. */
const RUNS = process.env['CI'] ? 100 : 10

test('a company that is exported, imported elsewhere and exported again is the same', async () => {
  const world = await compose(process.env)
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 25 }), async (steps) => {
      clock.set('2026-05-04T08:00:00.000Z')
      const one = await branch(world, clock, `first-${++n}`)
      for (const [nth, step] of steps.entries()) await step(one, `step-${nth}`)
      await settled(one)
      const other = await branch(world, clock, `second-${n}`)
      const files = await exportsOf(one)
      for (const { kind, csv } of files) {
        const done = await bring(other, kind, csv)
        expect(done, csv).toMatchObject({ ok: true, value: { problems: [], unchanged: 0 } })
        await settled(other)
      }
      expect(await exportsOf(other)).toEqual(files)
      for (const { person } of [one.ana, one.ben, one.clara, one.dora])
        expect(await factsIn(other, person)).toEqual(await factsIn(one, person))
      for (const { kind, csv } of files)
        expect(await bring(other, kind, csv)).toMatchObject({ ok: true, value: { problems: [], created: 0 } })
    }),
    { numRuns: RUNS },
  )
}, 120_000)

type Kind = (typeof CSV_KINDS)[number]

const exportsOf = async (office: Office) => {
  const files: { readonly kind: Kind; readonly csv: string }[] = []
  for (const kind of CSV_KINDS) {
    const done = await exportCsv(office.world)({ actor: office.clara, input: { kind, after: null } })
    if (!done.ok) throw new Error(done.error.type)
    files.push({ kind, csv: done.value.csv })
  }
  return files
}

let imports = 0
const bring = (office: Office, kind: Kind, csv: string) =>
  importCsv(office.world)({
    actor: office.clara,
    meta: metaOf(office, `import-${++imports}`, { actor: office.clara.person }),
    input: { kind, csv, dryRun: false, people: [] },
  })

/** What holds from a day on is said once, and facts have no numbers: those tell the order in which things became known. */
const factsIn = async (office: Office, person: PersonId) => {
  const { facts } = await tellPerson(office.world, office.tenant, person)
  const perType = Object.values(Object.groupBy(facts.policies, ({ policy }) => policy.leaveType)).flatMap((all) =>
    changes(all ?? [], ({ policy }) => policy),
  )
  const closedYears = facts.closedYears.map(({ carry, ...year }) => ({
    ...year,
    carry: carry.reduce((sum, { n }) => sum + n, 0),
  }))
  const ids = facts.leaves.map(({ id }) => id)
  // A change that waits has the id of its leave, and is in no file.
  const stated = facts.leaves.filter(({ id }, n) => ids.indexOf(id) === n)
  // A limit that was kept when it was given may have to be set aside when it is brought in, under terms that came later.
  const credits = facts.credits.map((credit) => ({ ...credit, overridden: null }))
  const leaves = stated.map((leave) => (leave.status === 'over' ? { ...leave, charges: [] } : leave))
  const policies = perType.toSorted((a, b) => (a.policy.leaveType < b.policy.leaveType ? -1 : 1))
  return unnumbered({
    ...facts,
    leaves,
    credits,
    policies,
    schedules: changes(facts.schedules, ({ schedule }) => schedule),
    closedYears,
  })
}

const changes = <T>(all: readonly T[], what: (one: T) => unknown): readonly T[] =>
  all.filter((one, n) => n === 0 || JSON.stringify(what(one)) !== JSON.stringify(what(all[n - 1] ?? one)))

const unnumbered = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, it) => (key === 'fact' ? undefined : it)))
