import { stoppedClock } from '@awayday/clock'
import { type Actor, parsePersonId } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { STANDARD_APPROVAL } from '#domain/approval/approval-rules.ts'
import { day, furnished, joins, metaOf, type Office, told } from '#testing/office.ts'
import { nameDeputy } from './deputies.ts'
import { officeFor } from './office-for.ts'
import { tellPerson } from './person-stream.ts'

let offices = 0
let office: Office
let eve: Actor
beforeEach(async () => {
  const clock = stoppedClock('2026-05-04T08:00:00.000Z')
  const world = await compose(
    { AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_SECRET: 'a secret for who decides about what' },
    { clock },
  )
  office = await furnished(world, clock, `deciders-${++offices}`)
  const person = parsePersonId(`eve-${office.tenant}`)
  if (!person) throw new Error('no id')
  eve = { ...office.ana, person }
  await joins(office, eve, office.ana.person) // Ben approves for Ana, Clara for Ben
})

/** Whose streams are read to learn who decides about Eve's leave. */
const read = async (rules: Partial<typeof STANDARD_APPROVAL> = {}, departments: Departments = {}) => {
  const theirs = await tellPerson(office.world, office.tenant, eve.person)
  const names: string[] = []
  const store: typeof office.world.store = {
    ...office.world.store,
    read: (stream, after) => {
      names.push(stream.name.replace('person/', '').replace(`-${office.tenant}`, ''))
      return office.world.store.read(stream, after)
    },
  }
  const deciders = { on: day('2026-05-04'), by: null, cover: null }
  await officeFor(
    { ...office.world, store },
    office.tenant,
    theirs,
    { rules: { ...STANDARD_APPROVAL, ...rules }, departments, leaveTypes: [] },
    deciders,
  )
  return names
}

type Departments = Parameters<typeof officeFor>[3]['departments']

describe('who decides is read from', () => {
  test('the stream of the approver, and no other', async () => expect(await read()).toEqual(['ana']))

  test('those above, as far as a level asks', async () => {
    const [level] = STANDARD_APPROVAL.levels
    if (!level) throw new Error('no level')
    const twoUp = { ...level, approvers: [{ kind: 'approver', up: 2 } as const] }
    expect(await read({ levels: [twoUp] })).toEqual(['ana', 'ben'])
  })

  test('all of the line where requests go up', async () =>
    expect(await read({ escalateAfter: 2 })).toEqual(['ana', 'ben', 'clara']))

  test('whoever stands in for them', async () => {
    const input = { person: null, deputy: office.dora.person, first: day('2026-05-11'), last: day('2026-05-12') }
    await nameDeputy(office.world)({
      actor: office.ana,
      meta: metaOf(office, 'dora', { actor: office.ana.person }),
      input,
    })
    expect(await read()).toEqual(['ana', 'dora'])
  })

  test('the next one up where somebody has left', async () => {
    await told(office, `person/${office.ana.person}@2.0`, {
      type: 'PersonLeft',
      person: office.ana.person,
      on: day('2026-04-30'),
    })
    expect(await read()).toEqual(['ana', 'ben'])
  })

  describe('whoever leads the departments', () => {
    const tree = () => ({
      west: { parent: 'sales', head: null },
      sales: { parent: null, head: office.dora.person },
    })
    const moved = (approver: Actor['person'] | null) =>
      told(office, `person/${eve.person}@2.0`, {
        type: 'PersonMoved',
        person: eve.person,
        from: day('2026-02-01'),
        team: 'design',
        location: 'lisbon',
        country: 'PT',
        zone: 'Europe/Lisbon',
        department: 'west',
        labels: [],
        approver,
      })
    const [level] = STANDARD_APPROVAL.levels
    const askedOf = (department: string | null) =>
      level && { levels: [{ ...level, approvers: [{ kind: 'head', department } as const] }] }

    test('where a level asks for them', async () => {
      expect(await read(askedOf('west'), tree())).toEqual(['ana', 'dora'])
      expect(await read(askedOf(null), tree())).toEqual(['ana'])
      await moved(office.ana.person)
      expect(await read(askedOf(null), tree())).toEqual(['ana', 'dora'])
      expect(await read({}, tree())).toEqual(['ana'])
    })

    test('with those above them, where requests go up', async () => {
      const heads = { sales: { parent: null, head: office.ben.person } }
      await moved(null)
      expect(await read({ escalateAfter: 2, ...askedOf('sales') }, heads)).toEqual(['ben', 'clara'])
    })

    test('where nobody approves for somebody', async () => {
      await moved(null)
      expect(await read({}, tree())).toEqual(['dora'])
    })
  })
})
