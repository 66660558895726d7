import { addMs } from '@awayday/kernel'
import { beforeEach, expect, test } from 'vitest'
import { clock, opened } from '#testing/desk.ts'
import { day, metaOf, type Office } from '#testing/office.ts'
import { credit } from './entitle.ts'
import { purgeNotes } from './purge-notes.ts'
import { requestLeave } from './request-leave.ts'

let office: Office
beforeEach(async () => {
  office = await opened('purging')
})

const DAY_MS = 86_400_000
const words = async (id: string) => (await office.world.notes.read(office.tenant, [id])).get(id)
const idOf = async (text: string) => {
  const late = addMs(clock.now(), DAY_MS)
  for await (const { id } of office.world.notes.loose(office.tenant, late)) if ((await words(id)) === text) return id
  return ''
}

test('what requests and credits name is kept', async () => {
  const { world, ana, ben } = office
  const monday = { first: day('2026-06-01'), firstPart: 'whole', last: day('2026-06-01'), lastPart: 'whole' } as const
  const wish = { leaveType: 'vacation', cover: null, exception: false, certificate: false, reason: 'A wedding' }
  const meta = (key: string, actor = ana) => metaOf(office, key, { actor: actor.person })
  await requestLeave(world)({ actor: ana, meta: meta('r'), input: { ...wish, dates: { kind: 'range', ...monday } } })
  await credit(world)({
    actor: ben,
    meta: meta('c', ben),
    input: {
      person: ana.person,
      leaveType: 'vacation',
      source: 'toil',
      amount: { unit: 'day', n: 10_000 },
      from: day('2026-05-04'),
      until: null,
      override: false,
      reason: 'The fair',
    },
  })
  const notes = [await idOf('A wedding'), await idOf('The fair')]
  clock.set('2026-05-06T08:00:00.000Z')
  await purgeNotes(world)
  expect(await Promise.all(notes.map(words))).toEqual(['A wedding', 'The fair'])
})

test('what nothing names is forgotten once it is a day old, and not before', async () => {
  await office.world.notes.write(office.tenant, 'lost', { person: office.ana.person, text: 'Not taken' }, clock.now())
  clock.set('2026-05-05T07:00:00.000Z')
  await purgeNotes(office.world)
  expect(await words('lost')).toBe('Not taken')
  clock.set('2026-05-05T09:00:00.000Z')
  await purgeNotes(office.world)
  expect(await words('lost')).toBeUndefined()
})
