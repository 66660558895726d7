import { eventKey } from '../canonical.ts'
import type { Pair } from '../difference.ts'
import type { Collection, Fields, Side } from '../side.ts'
import { bodyAfter, sealed } from './company.ts'
import { everything } from './everything.ts'

/** One thing that happens to a tenant on the move, to the n-th stream and card. */
export type Act = { readonly what: 'append' | 'copy' | 'seal' | 'save' | 'mark'; readonly n: number }

const MOVED = '{"epoch":1,"to":"dynamodb"}'

/** People and a mover at work on a pair of stores by the rules of a move; streams and cards begin empty. */
export const atWork = ({ source, target, tenant }: Pair) => {
  const streams = new Map<string, { readonly bodies: string[]; sealed: boolean }>()
  let acts = 0

  const put = async (side: Side, collection: Collection, key: string, fields: Fields): Promise<void> => {
    const there = await side.get(tenant, collection, key)
    if (there && collection === 'events') return
    if (there && Number(there['rev']) >= Number(fields['rev'])) return
    if (there) await side.replace(tenant, collection, { key, fields }, there)
    else await side.add(tenant, collection, { key, fields })
  }

  /** Both stores get what they lack of the first `count` records: the copy before a seal, and what is carried home after one. */
  const copied = async (stream: string, count = Number.POSITIVE_INFINITY): Promise<void> => {
    const { bodies } = of(stream)
    for (const [n, body] of bodies.entries())
      for (const side of n < count ? [source, target] : []) await put(side, 'events', eventKey(stream, n + 1), { body })
  }
  const of = (stream: string) => {
    const known = streams.get(stream) ?? { bodies: [], sealed: false }
    streams.set(stream, known)
    return known
  }
  const lastOfSource = (stream: string): number => {
    const seal = of(stream).bodies.findIndex((body) => body.includes('Sealed'))
    return seal < 0 ? Number.POSITIVE_INFINITY : seal + 1
  }
  const append = async (stream: string, events?: readonly object[]): Promise<void> => {
    const known = of(stream)
    if (known.sealed) await copied(stream, lastOfSource(stream))
    const body = bodyAfter(known.bodies.at(-1), `act ${++acts}`, events)
    known.bodies.push(body)
    await put(known.sealed ? target : source, 'events', eventKey(stream, known.bodies.length), { body })
  }
  const save = async (key: string, marks: boolean): Promise<void> => {
    const mine = await source.get(tenant, 'records', key)
    const owner = mine?.['moved'] ? target : source
    if (owner === target && mine) await put(target, 'records', key, mine)
    const last = await owner.get(tenant, 'records', key)
    const moved = last?.['moved'] ?? (marks ? MOVED : undefined)
    const fields = { rev: `${Number(last?.['rev'] ?? 0) + 1}`, data: `{"act":${++acts}}`, ...(moved ? { moved } : {}) }
    await put(owner, 'records', key, fields)
  }

  return {
    async act({ what, n }: Act): Promise<void> {
      const [stream, card] = [`person/p${n}`, `card#p${n}`]
      if (what === 'append') await append(stream)
      if (what === 'copy') await copied(stream)
      if (what === 'save') await save(card, false)
      if (what === 'mark') await save(card, true)
      if (what === 'seal' && !of(stream).sealed) {
        await append(stream, [sealed(1, target.store)])
        of(stream).sealed = true
      }
    },
    /** The target gets all that the source has. What the target has written of its own is carried home by nobody. */
    async calm(): Promise<void> {
      for (const stream of streams.keys()) await copied(stream, lastOfSource(stream))
      for await (const page of source.pages(tenant, 'records'))
        for (const { key, fields } of page) await put(target, 'records', key, fields)
    },
  }
}

/** The side, with something happening before each of its answers; it is read by two things at a time. */
export const disturbed = (side: Side, happen: () => Promise<void>): Side => ({
  ...side,
  async *pages(tenant, collection) {
    for (let last = ''; ; ) {
      await happen()
      const items = (await everything(side, tenant, collection)).filter(({ key }) => key > last)
      if (items.length === 0) return
      yield items.slice(0, 2)
      last = items[1]?.key ?? '~'
    }
  },
  async get(tenant, collection, key) {
    await happen()
    return side.get(tenant, collection, key)
  },
})
