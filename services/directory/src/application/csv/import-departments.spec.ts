import type { PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actorOf, done, furnished, type House, joinedPerson, metaOf, newHouse, settled } from '#testing/house.ts'
import { changeDepartment } from '../departments.ts'
import { loadDepartments } from '../load.ts'
import { exportDepartments } from './export-departments.ts'
import { importDepartments } from './import-departments.ts'

let imports = 0
const bring = async (house: House, csv: string, dryRun = false) => {
  const meta = metaOf(house, `import-${++imports}`)
  return done(await importDepartments(house.world)({ actor: house.founder, meta, input: { csv, dryRun } }))
}
const treeOf = async ({ world, tenant }: House) =>
  (await loadDepartments(world, tenant)).departments.toSorted((a, b) => (a.id < b.id ? -1 : 1))
const exported = async (house: House) => {
  await settled(house)
  return done(await exportDepartments(house.world)({ actor: house.founder })).csv
}
const created = (rows: number) => ({ rows, created: rows, unchanged: 0, written: rows, problems: [] })
const unchanged = (rows: number) => ({ rows, created: 0, unchanged: rows, written: 0, problems: [] })

const file = `name,parent,head
Export,Sales,zoe@example.com
Sales,,
`

describe('a file of departments', () => {
  test('brings them in, whichever comes first in it, and changes nothing when it comes again', async () => {
    const house = await newHouse()
    const zoe = await joinedPerson('Zoe', house)
    expect(await bring(house, file, true)).toEqual({ ...created(2), written: 0 })
    expect(await treeOf(house)).toEqual([])
    expect(await bring(house, file)).toEqual(created(2))
    expect(await treeOf(house)).toEqual([
      { id: 'export', name: 'Export', parent: 'sales', head: zoe },
      { id: 'sales', name: 'Sales', parent: null, head: null },
    ])
    expect(await bring(house, file)).toEqual(unchanged(2))
  })

  test('turns a tree upside down', async () => {
    const house = await newHouse()
    await joinedPerson('Zoe', house)
    await bring(house, file)
    expect(await bring(house, 'name,parent\nSales,export\nExport,\n')).toEqual(created(2))
    expect(await treeOf(house)).toEqual([
      { id: 'export', name: 'Export', parent: null, head: null },
      { id: 'sales', name: 'Sales', parent: 'export', head: null },
    ])
  })

  test('names departments as it calls them itself', async () => {
    const house = await newHouse()
    await joinedPerson('Zoe', house)
    await bring(house, file)
    const renamed = 'id,name,parent\nsales,Revenue,\nexport,Export,Revenue\n,Sales,Revenue\n'
    expect(await bring(house, renamed)).toEqual(created(3))
    expect(await treeOf(house)).toEqual([
      { id: 'export', name: 'Export', parent: 'sales', head: null },
      { id: 'sales', name: 'Revenue', parent: null, head: null },
      { id: 'sales-2', name: 'Sales', parent: 'sales', head: null },
    ])
    expect(await bring(house, renamed)).toEqual(unchanged(3))
  })

  test('that is wrong is told everything, and brings in nothing', async () => {
    const house = await newHouse()
    const wrong = `id,name,parent,head
a,Sales,b,
b,Export,a,
c,Legal,nowhere,nobody@example.com
c,Board,,
d,Sales,,someone
e,Asia,Sales,
`
    const { problems, ...counted } = await bring(house, wrong)
    expect(counted).toEqual({ rows: 6, created: 0, unchanged: 0, written: 0 })
    expect(problems.map(({ row, column, message }) => `${row} ${column} ${message}`)).toEqual([
      '2 parent lies below this department',
      '3 parent lies below this department',
      '4 parent is no department',
      '4 head is nobody here',
      '5 id is that of row 4 too',
      '6 head is nobody here',
      '7 parent is the name of several: say which by its id',
    ])
    expect(await treeOf(house)).toEqual([])
  })

  test('is for admins', async () => {
    const house = await newHouse()
    const actor = actorOf(house, 'hugo' as PersonId, 'hr')
    const meta = metaOf(house, 'k')
    const refused = { ok: false, error: { type: 'AdminsOnly' } }
    expect(await importDepartments(house.world)({ actor, meta, input: { csv: file, dryRun: true } })).toEqual(refused)
    expect(await exportDepartments(house.world)({ actor })).toEqual(refused)
  })
})

const RUNS = process.env['CI'] ? 300 : 20

test('departments that are exported, imported elsewhere and exported again are the same tree', async () => {
  const first = await newHouse()
  const ids = ['a', 'b', 'c', 'd', 'e']
  const moves = fc.array(fc.record({ which: fc.nat(4), to: fc.option(fc.nat(4)) }), { maxLength: 15 })
  let n = 0
  await fc.assert(
    fc.asyncProperty(moves, moves, async (one, other) => {
      const [from, into] = [
        await furnished(first.world, first.clock, `from-${++n}`),
        await furnished(first.world, first.clock, `into-${n}`),
      ]
      const grow = async (house: House, grown: typeof one) => {
        const by = (key: string) => ({ actor: house.founder, meta: metaOf(house, key) })
        await bring(house, ['id,name', ...ids.map((id) => `${id},=${id.toUpperCase()}`)].join('\n'))
        for (const [k, { which, to }] of grown.entries()) {
          const department = ids[which] ?? ''
          const parent = to === null ? null : (ids[to] ?? null)
          await changeDepartment(house.world)({ ...by(`${k}`), input: { department, name: '=X', parent, head: null } })
        }
      }
      await grow(from, one)
      await grow(into, other)
      const csv = await exported(from)
      expect(await bring(into, csv)).toMatchObject({ problems: [] })
      const fresh = await treeOf(from)
      expect(await treeOf(into)).toEqual(fresh)
      expect(await exported(into)).toEqual(csv)
      expect(await bring(into, csv)).toEqual(unchanged(fresh.length))
    }),
    { numRuns: RUNS },
  )
}, 120_000)
