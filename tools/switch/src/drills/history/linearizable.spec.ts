import { describe, expect, test } from 'vitest'
import { oneAfterTheOther, type Requests, type Status, type Told, type Verb } from './leave-history.ts'
import { linearizable, type Operation } from './linearizable.ts'

const CLIENTS = 16
type Chance = () => number
const chanceOf = (seed: number): Chance => {
  let at = seed * 2_654_435_761 + 1
  return () => {
    at = (Math.imul(at ^ (at >>> 15), 1 | at) + 0x6d2b79f5) | 0
    return ((at ^ (at >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A history of clients at a store that does one thing after the other: each takes effect somewhere between call and return. */
const lived = (chance: Chance, length: number): readonly Operation<Told>[] => {
  const history: Operation<Told>[] = []
  const freeAt = Array.from({ length: CLIENTS }, () => 0)
  const statuses: Record<string, Status> = {}
  let version = 0
  for (let atMs = 10; history.length < length; atMs += 1 + chance() * 4) {
    const client = freeAt.findIndex((freeMs) => freeMs < atMs)
    if (client < 0) continue
    const calledMs = Math.max(freeAt[client] ?? 0, atMs - chance() * 30)
    const returnedMs = atMs + chance() * 30
    freeAt[client] = returnedMs
    history.push({ calledMs, returnedMs, told: act(chance, statuses, ++version) })
  }
  return history
}

const act = (chance: Chance, statuses: Record<string, Status>, version: number): Told => {
  const ids = Object.keys(statuses)
  const request = ids[Math.floor(chance() * ids.length)]
  const status = request && statuses[request]
  const dice = chance()
  if (dice < 0.4) return { type: 'shown', requests: { ...statuses }, version: version - 1 }
  if (request && dice < 0.7 && (status === 'pending' || status === 'approved')) {
    const verb = status === 'approved' ? 'cancel' : ending(chance)
    statuses[request] = ends[verb]
    return { type: 'decided', request, verb, version }
  }
  statuses[`r${version}`] = 'pending'
  return { type: 'requested', request: `r${version}`, version }
}
const ends = { approve: 'approved', decline: 'declined', withdraw: 'withdrawn', cancel: 'cancelled' } as const
const ending = (chance: Chance): Verb =>
  (['approve', 'decline', 'withdraw'] as const)[Math.floor(chance() * 3)] ?? 'approve'

/** Where an operation of that type is, of which something is known to have ended before and to begin after. */
const oneOf = (history: readonly Operation<Told>[], chance: Chance, type: Told['type'], from = 0.4): number => {
  const start = Math.floor(history.length * (from + chance() * 0.4))
  return history.findIndex(({ told }, n) => n >= start && told.type === type)
}

const instead = (history: readonly Operation<Told>[], at: number, change: (told: Told) => Told) =>
  history.map((op, n) => (n === at ? { ...op, told: change(op.told) } : op))

const without = (requests: Requests, id: string): Requests =>
  Object.fromEntries(Object.entries(requests).filter(([each]) => each !== id))

type Spoil = (history: readonly Operation<Told>[], chance: Chance) => readonly Operation<Told>[]

/** What a move that goes wrong does to a history. */
const spoils: Readonly<Record<string, Spoil>> = {
  'a request that was acknowledged is gone for a later reader': (history, chance) => {
    const gone = history.find(({ told }) => told.type === 'requested')?.told
    return instead(history, oneOf(history, chance, 'shown'), (told) =>
      told.type === 'shown' && gone?.type === 'requested'
        ? { ...told, requests: without(told.requests, gone.request) }
        : told,
    )
  },
  'a reader sees the company as it was long before': (history, chance) => {
    const old = history.find(({ told }) => told.type === 'shown')?.told
    return instead(history, oneOf(history, chance, 'shown'), () => old ?? { type: 'shown', requests: {}, version: 0 })
  },
  'two commands were told the same version': (history, chance) => {
    const first = oneOf(history, chance, 'requested', 0.1)
    const version = history[first]?.told.version ?? 0
    return instead(history, oneOf(history, chance, 'requested', 0.55), (told) => ({ ...told, version }))
  },
  'a decision is taken twice': (history, chance) => {
    const decided = history[oneOf(history, chance, 'decided')]
    const last = history.at(-1)
    if (!decided || !last) return history
    const told = { ...decided.told, version: last.told.version + 1 }
    return [...history, { calledMs: last.returnedMs + 1_000, returnedMs: last.returnedMs + 1_001, told }]
  },
  'a decision was acknowledged, and the request waits again': (history, chance) => {
    const decided = history.find(({ told }) => told.type === 'decided')?.told
    return instead(history, oneOf(history, chance, 'shown', 0.5), (told) =>
      told.type === 'shown' && decided?.type === 'decided'
        ? { ...told, requests: { ...told.requests, [decided.request]: 'pending' } }
        : told,
    )
  },
}

const seeds = Array.from({ length: 10 }, (_, seed) => seed)

describe('a history', () => {
  test.each(seeds)('of sixteen clients at one truth is accepted (seed %i)', (seed) => {
    expect(linearizable(oneAfterTheOther, lived(chanceOf(seed), 200))).toEqual({ ok: true })
  })

  test.each(Object.entries(spoils).flatMap(([what, spoil]) => seeds.map((seed) => [what, seed, spoil] as const)))(
    'in which %s is rejected (seed %i)',
    (_what, seed, spoil) => {
      const chance = chanceOf(seed + 100)
      const history = lived(chance, 120)
      expect(linearizable(oneAfterTheOther, history)).toEqual({ ok: true })
      expect(linearizable(oneAfterTheOther, spoil(history, chance)).ok).toBe(false)
    },
  )

  test('that is empty is accepted', () => expect(linearizable(oneAfterTheOther, [])).toEqual({ ok: true }))

  test('that cannot be says where it stops', () => {
    const told: Told = { type: 'requested', request: 'r', version: 2 }
    const again: Told = { type: 'requested', request: 'r', version: 3 }
    expect(
      linearizable(oneAfterTheOther, [
        { calledMs: 1, returnedMs: 2, told },
        { calledMs: 3, returnedMs: 4, told: again },
      ]),
    ).toEqual({ ok: false, ordered: 1, stuckAt: [again] })
  })

  test('may have what overlaps in either order', () => {
    const shown: Told = { type: 'shown', requests: { r: 'pending' }, version: 2 }
    const requested: Told = { type: 'requested', request: 'r', version: 2 }
    const both = [
      { calledMs: 1, returnedMs: 10, told: shown },
      { calledMs: 5, returnedMs: 20, told: requested },
    ]
    expect(linearizable(oneAfterTheOther, both)).toEqual({ ok: true })
    expect(linearizable(oneAfterTheOther, [{ ...both[0], returnedMs: 4 }, both[1]] as Operation<Told>[]).ok).toBe(false)
  })
})
