import assert from 'node:assert/strict'
import type { Fault, Kind } from './fault.ts'
import { faultyProcess, type Made, type Process } from './faulty-process.ts'

/** Something that is done, by a client, a feed or a schedule, and how one knows that it was done well. */
export type Trial<Answer> = {
  /** Puts all that is stored where it was before. */
  readonly rewind: () => Promise<void>
  /** Does it over the ports of a process, one that has just begun. The same words in every try, as of one key. */
  readonly run: (process: Process) => Promise<Answer>
  /** Drives what is due, without faults, and tells what there is then. Throws where something is not as it must be. */
  readonly settled: () => Promise<unknown>
  /** Whether the platform says that it may be tried again. */
  readonly isTrouble: (thrown: unknown) => boolean
  /** What an answer and the end have in common, whatever else was written in between. */
  readonly alike?: (told: unknown, kind: Kind) => unknown
  /** What others do while the process stands still: by default, the same. A client did not wait. */
  readonly meanwhile?: () => Promise<unknown>
  /** Kinds that cannot befall it, and why. */
  readonly never?: Readonly<Partial<Record<Kind, string>>>
}

export type Tried<Answer> = {
  /** What a run that nothing befalls is answered. */
  readonly answer: Answer
  /** Of ports, in a run that nothing befalls. */
  readonly calls: readonly string[]
  /** How often each kind struck. */
  readonly struck: Readonly<Partial<Record<Kind, number>>>
}

/** Tries of a client: a throttled port turns four calls away. */
const TRIES = 8

/** Of what can befall a call, what is tried there. */
export type Choice = (possible: readonly Kind[]) => readonly Kind[]

/**
 * Where changes are checked, all of it; but a call without an effect is the same before and after. Else what finds most: at writes, an
 * effect nobody was told of, with and without the memory of having asked for it.
 */
const choice: Choice = (possible) => {
  const isWrite = WRITE_KINDS.some((kind) => possible.includes(kind))
  if (!process.env['CI']) return isWrite ? ['answer lost', 'crash after'] : []
  return isWrite ? possible : possible.filter((kind) => !AS_OF_READS.includes(kind))
}
const AS_OF_READS: readonly Kind[] = ['answer lost', 'crash after', 'pause before']
const WRITE_KINDS = ['conflict', 'partial batch'] as const

/**
 * Does it once quietly, then once for each fault at each call of a port, each time from the start. Whoever is told of trouble tries
 * again; after a crash a new process does. In the end the answer and all that is stored must be as after the quiet run.
 */
export const eachFault = async <Answer>(trial: Trial<Answer>, of: Choice = choice): Promise<Tried<Answer>> => {
  const { rewind, run, settled, alike = (told) => told, never = {} } = trial
  const { meanwhile = () => untilDone(trial, undefined) } = trial
  await rewind()
  const quiet = faultyProcess()
  const expected = await run(quiet)
  await quiet.idle()
  const end = await settled()

  const struck: Partial<Record<Kind, number>> = {}
  for (const { name, call, kinds: possible } of numbered(quiet.made()))
    for (const kind of of(possible).filter((each) => !(each in never))) {
      const where = `${kind} at call ${call} of ${name}`
      try {
        await rewind()
        const { answer, hits } = await untilDone(trial, { of: name, call, kind, meanwhile })
        assert.equal(hits, 1, 'it did not strike')
        struck[kind] = (struck[kind] ?? 0) + 1
        assert.deepEqual(alike(answer, kind), alike(expected, kind), 'the answer is another one')
        assert.deepEqual(alike(await settled(), kind), alike(end, kind), 'what is stored in the end is another thing')
      } catch (cause) {
        throw new Error(`${where}: ${cause instanceof Error ? cause.message : cause}`, { cause })
      }
    }
  return { answer: expected, calls: quiet.made().map(({ name }) => name), struck }
}

/** Calls made at the same time come in any order, so each is known by its name and its number among those. */
const numbered = (made: readonly Made[]): readonly (Made & { readonly call: number })[] => {
  const times = new Map<string, number>()
  return made.map(({ name, kinds }) => {
    const call = times.get(name) ?? 0
    times.set(name, call + 1)
    return { name, kinds, call }
  })
}

/** Tries again as long as the platform is in trouble, or the process ended. */
const untilDone = async <Answer>({ run, isTrouble }: Trial<Answer>, fault: Fault | undefined) => {
  let one = faultyProcess()
  one.expect(fault)
  let hits = 0
  for (let tries = 1; ; tries++) {
    try {
      const answer = await run(one)
      hits = Math.max(hits, one.struck())
      if (!one.crashed()) return { answer, hits }
    } catch (thrown) {
      hits = Math.max(hits, one.struck())
      if (!one.crashed() && !isTrouble(thrown)) throw thrown
      if (tries === TRIES) throw thrown
    } finally {
      await one.idle()
    }
    if (one.crashed()) one = faultyProcess()
  }
}
