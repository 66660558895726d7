import { type PersonId, parsePersonId } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { firstFile, type OfPerson } from './first-file.ts'

const somebody = (id: string): PersonId => {
  const person = parsePersonId(id)
  if (!person) throw new Error(`not an id: ${id}`)
  return person
}
async function* people(...counts: readonly number[]): AsyncGenerator<OfPerson> {
  for (const [nth, count] of counts.entries())
    yield { person: somebody(`p${nth}`), rows: Array(count).fill({ id: 'xxxx' }) }
}
const limits = { rows: 10, characters: 1_000 }

test('a file holds all of somebody, and as many people as fit', async () => {
  expect(await firstFile(people(4, 0, 6, 1), limits)).toMatchObject({ rows: { length: 10 }, next: 'p2' })
  expect(await firstFile(people(4, 6), limits)).toMatchObject({ rows: { length: 10 }, next: null })
  expect(await firstFile(people(), limits)).toEqual({ rows: [], next: null })
})

test('a file holds no more than may be brought in, unless one person alone is more', async () => {
  expect(await firstFile(people(2, 2, 2), { ...limits, characters: 20 })).toMatchObject({
    rows: { length: 4 },
    next: 'p1',
  })
  expect(await firstFile(people(30, 1), limits)).toMatchObject({ rows: { length: 30 }, next: 'p0' })
})
