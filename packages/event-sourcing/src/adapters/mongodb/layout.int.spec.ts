import type { Instant, TenantId } from '@awayday/kernel'
import { controlTable, eventTable, viewTable } from '@awayday/manifest'
import type { Document } from 'mongodb'
import { expect, test } from 'vitest'
import { headAt } from '../../head.ts'
import { stream } from '../../stream.ts'
import { mongoCommandRegistry } from './command-registry.ts'
import { mongoEventStore } from './event-store.ts'
import { mongoProgress } from './progress.ts'
import { mongoTenants } from './tenants.ts'
import { onMongoDb } from './testing/on-server.ts'
import { mongoViewRows } from './view-rows.ts'

/** Moves and backups rest on this. What stands here is stored at customers: it only ever grows. */
const { db } = await onMongoDb({
  events: eventTable(),
  control: controlTable(),
  views: viewTable({ byTeam: ['team', 'from'] }),
})

const acme = 'acme' as TenantId
const ana = stream(acme, 'person', 'ana')
const at = '2126-05-04T08:00:00.000Z' as Instant
const everything = (collection: string): Promise<Document[]> =>
  db.collection(collection).find().sort({ _id: 1 }).toArray()
/** The order of an `_id`'s fields is part of the layout, and `toEqual` would not see it. */
const asText = (documents: readonly Document[]) => documents.map((document) => JSON.stringify(document))

test('a record is one document, its body as it was written, stamped by the server', async () => {
  const body = '{"at":"2026-05-04T08:00:00.000Z","command":{"id":"c1"},"zeta":[],"alpha":"🏖\\u2028"}'
  await mongoEventStore(db, 'events').append(ana, headAt('mongodb'), { body, commandId: 'c1' })
  const [stored, ...others] = await everything('events')
  expect(JSON.stringify(stored?.['_id'])).toBe('{"tenant":"acme","stream":"person/ana","version":1}')
  expect(stored).toEqual({ _id: stored?.['_id'], body, seen: expect.any(Date) })
  expect(others).toEqual([])
})

test('progress, registry and tenants share the control collection', async () => {
  const progress = mongoProgress(db, 'control')
  await progress.save(await progress.load(ana), { done: { project: 12 }, due: { at, tries: 1 } })
  const use = { digest: 'digest', stream: ana.name }
  await mongoCommandRegistry(db, 'control').note({ tenant: acme, actor: 'ana', key: 'k1' }, use, at)
  await mongoTenants(db, 'control').settle(acme, 'mongodb')
  expect(asText(await everything('control'))).toEqual([
    '{"_id":{"kind":"progress","tenant":"acme","name":"person/ana"},"rev":1,"body":"{\\"done\\":{\\"project\\":12},\\"due\\":{\\"at\\":\\"2126-05-04T08:00:00.000Z\\",\\"tries\\":1}}"}',
    '{"_id":{"kind":"registry","tenant":"acme","name":"k6LbkruhWEXqyieOaMUYE4L0Qn9eSplrRfFwqivUPrk"},"digest":"digest","stream":"person/ana","expires":"2126-06-03T08:00:00.000Z","ttl":"2126-06-03T08:00:00.000Z"}',
    '{"_id":{"kind":"tenant","tenant":"acme","name":""},"home":"mongodb","rev":1}',
  ])
})

test('a row of a view is one document, and so is its tombstone', async () => {
  const rows = mongoViewRows(db, 'views')
  await rows.save(acme, { id: 'leave/1', version: 3, doc: { zeta: 1, alpha: [2] } }, undefined)
  await rows.save(acme, { id: 'leave/2', version: 4, purgeAt: at }, undefined)
  expect(asText(await everything('views'))).toEqual([
    '{"_id":{"tenant":"acme","id":"leave/1"},"version":3,"doc":{"zeta":1,"alpha":[2]}}',
    '{"_id":{"tenant":"acme","id":"leave/2"},"version":4,"purgeAt":"2126-05-04T08:00:00.000Z","ttl":"2126-05-04T08:00:00.000Z"}',
  ])
})

test.each([
  ['events', { seen: { seen: 1 } }],
  ['control', { ttl: { ttl: 1 } }],
  ['views', { ttl: { ttl: 1 }, byTeam: { '_id.tenant': 1, 'doc.team': 1, 'doc.from': 1 } }],
])('the collection %s has the indexes that its questions need', async (collection, expected) => {
  const indexes = await db.collection(collection).indexes()
  const own = indexes.filter(({ name }) => name !== '_id_')
  expect(Object.fromEntries(own.map(({ name, key }) => [name, key]))).toEqual(expected)
  expect(own.filter(({ expireAfterSeconds }) => expireAfterSeconds === 0).map(({ name }) => name)).toEqual(
    'ttl' in expected ? ['ttl'] : [],
  )
})

test('what expires in a time of our own that has passed is kept for its days of real time', async () => {
  const past = 'past' as TenantId
  await mongoViewRows(db, 'views').save(
    past,
    { id: 'leave/1', version: 1, purgeAt: '2020-01-01T00:00:00.000Z' as Instant },
    undefined,
  )
  const stored = await db.collection<{ ttl: Date }>('views').findOne({ '_id.tenant': past })
  expect(Math.round((Number(stored?.ttl) - Date.now()) / 86_400_000)).toBe(7)
})
