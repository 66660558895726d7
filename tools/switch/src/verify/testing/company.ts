import { hash } from 'node:crypto'
import { eventKey } from '../canonical.ts'
import type { Collection, Item } from '../side.ts'

/** So many streams of so many records each, and as many plain records and registry rows as there are streams. */
export type Size = { readonly streams: number; readonly records: number }

/** What a store keeps of a tenant that was at work for a while: the same for the same tenant and size. */
export function* company(tenant: string, collection: Collection, { streams, records }: Size): Iterable<Item> {
  for (let n = 0; n < streams; n++) {
    const person = `p${String(n).padStart(6, '0')}`
    if (collection === 'events') yield* history(tenant, `person/${person}`, records)
    if (collection === 'records') yield card(person)
    if (collection === 'registry') yield row(person)
  }
}

/** The records of a stream, each with the digest of the one before it. `last`: the events of the last one. */
export function* history(tenant: string, stream: string, count: number): Iterable<Item> {
  let before: string | undefined
  for (let version = 1; version <= count; version++) {
    const body = bodyAfter(before, `${tenant} ${stream} ${version}`)
    yield { key: eventKey(stream, version), fields: { body } }
    before = body
  }
}

/** A record as a command of that name writes it behind another one's body. */
export const bodyAfter = (before: string | undefined, name: string, events: readonly object[] = [REQUESTED]): string =>
  JSON.stringify({
    at: '2026-05-04T08:00:00.000Z',
    by: 'p000001',
    command: { id: hash('sha256', name, 'base64url'), digest: hash('sha256', `request ${name}`, 'base64url') },
    correlation: 'correlation-1',
    cause: 'request-1',
    prev: before === undefined ? null : hash('sha256', before, 'base64url'),
    events,
  })

export const sealed = (epoch: number, to: string): object => ({ type: 'Sealed', v: 1, data: { epoch, to } })

const REQUESTED = {
  type: 'LeaveRequested',
  v: 1,
  data: { request: 'r1', leave: 'annual', from: '2026-08-03', to: '2026-08-07', charges: [10_000, 10_000, 10_000] },
}

const card = (person: string): Item => ({
  key: `card#${person}`,
  fields: { rev: '3', data: `{"name":"${person}","mail":"${person}@example.com"}` },
})

const row = (person: string): Item => ({
  key: hash('sha256', person, 'base64url'),
  fields: {
    digest: hash('sha256', `of ${person}`, 'base64url'),
    stream: `person/${person}`,
    expires: '2126-06-03T08:00:00.000Z',
  },
})
