import { expect, test } from 'vitest'
import type { DemoPerson } from '#api/session.ts'
import { found, leadingRoles } from './demo-people.ts'

const person = (name: string, role: DemoPerson['role'], team: string): DemoPerson => ({
  person: name,
  name,
  role,
  team,
})
const ana = person('Ana Costa', 'employee', 'Engineering')
const ben = person('Ben Fischer', 'approver', 'Engineering')
const zoe = person('Zoë Núñez', 'employee', 'Sales')

test('the first of each role leads, in the order of what they may do', () => {
  expect(leadingRoles([ben, ana, zoe])).toEqual([ana, ben])
})

test.each([
  ['', [ana, ben, zoe]],
  ['  ', [ana, ben, zoe]],
  ['zoe nunez', [zoe]],
  ['eng ben', [ben]],
  ['SALES', [zoe]],
  ['nobody', []],
])('"%s" finds people by name and team', (typed, people) => {
  expect(found([ana, ben, zoe], typed)).toEqual(people)
})
