import assert from 'node:assert/strict'
import { type Fault, KINDS, type Kind } from './fault.ts'
import { faultyProcess, type Made, type Process } from './faulty-process.ts'

/** Something that is done, by a client, a feed or a schedule, and how one knows that it was done well. */
export type Trial<Answer> = {
  /** Puts all that is stored where it was before. */
  readonly rewind: () => Promise<void>
  /** Does it over the ports of a process, one that has just begun. The same words in every try, as of one key. */
  readonly run: (process: Process) => Promise<Answer>
  /** Drives what is due, without faults, and tells what there is then. Throws where something is not as it must be. */
  readonly settled: (kind: Kind | undefined) => Promise<unknown>
  /** Whether the platform says that it may be tried again. */
  readonly isTrouble: (thrown: unknown) => boolean
  /** What an answer and the end have in common, whatever else was written in between. */
  readonly alike?: (told: unknown, kind: Kind) => unknown
}

export type Tried = {
  /** Of ports, in a run that nothing befalls. */
  readonly calls: readonly string[]
  /** How often each kind struck. */
  readonly struck: Readonly<Partial<Record<Kind, number>>>
}

/** Tries of a client: a throttled port turns four calls away. */
const TRIES = 8

/**
 * Does it once quietly, then once for each fault at each call of a port, each time from the start. Whoever is told of trouble tries
 * again; after a crash a new process does. In the end the answer and all that is stored must be as after the quiet run.
 */
export const eachFault = async <Answer>(trial: Trial<Answer>, kinds: readonly Kind[] = KINDS): Promise<Tried> => {
  const { rewind, run, settled, alike = (told) => told } = trial
  await rewind()
  const quiet = faultyProcess()
  const expected = await run(quiet)
  await quiet.idle()
  const end = await settled(undefined)

  const struck: Partial<Record<Kind, number>> = {}
  for (const { name, call, kinds: possible } of numbered(quiet.made()))
    for (const kind of kinds.filter((each) => possible.includes(each))) {
      const where = `${kind} at call ${call} of ${name}`
      try {
        await rewind()
        const meanwhile = () => untilDone(trial, undefined)
        const { answer, hits } = await untilDone(trial, { of: name, call, kind, meanwhile })
        assert.equal(hits, 1, 'it did not strike')
        struck[kind] = (struck[kind] ?? 0) + 1
        assert.deepEqual(alike(answer, kind), alike(expected, kind), 'the answer is another one')
        assert.deepEqual(
          alike(await settled(kind), kind),
          alike(end, kind),
          'what is stored in the end is another thing',
        )
      } catch (cause) {
        throw new Error(`${where}: ${cause instanceof Error ? cause.message : cause}`, { cause })
      }
    }
  return { calls: quiet.made().map(({ name }) => name), struck }
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
  let process = faultyProcess()
  process.expect(fault)
  let hits = 0
  for (let tries = 1; ; tries++) {
    try {
      const answer = await run(process)
      hits = Math.max(hits, process.struck())
      if (!process.crashed()) return { answer, hits }
    } catch (thrown) {
      hits = Math.max(hits, process.struck())
      if (!process.crashed() && !isTrouble(thrown)) throw thrown
      if (tries === TRIES) throw thrown
    } finally {
      await process.idle()
    }
    if (process.crashed()) process = faultyProcess()
  }
}
