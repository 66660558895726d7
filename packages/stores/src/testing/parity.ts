import assert from 'node:assert/strict'
import fc from 'fast-check'

/** A call as it is told: of which method, and in which words. */
export type Call = { readonly method: string }

/** How often a method answered in which way. */
export type Cases = Readonly<Record<string, number>>

/**
 * The same lists of calls on several stores: what they answer, errors and stored bytes included, must be the same text. `telling` makes,
 * for one store and the number of a list, what answers the calls of that list one after the other, and knows what earlier ones answered.
 */
export const parity = async <Ports extends { readonly name: string }, Asked extends Call>(
  stores: Readonly<Record<string, Ports>>,
  calls: fc.Arbitrary<readonly Asked[]>,
  telling: (ports: Ports, list: number) => (call: Asked) => Promise<unknown>,
  settings: { readonly numRuns: number; readonly seed?: number },
): Promise<Cases> => {
  const names = Object.keys(stores)
  const cases = new Map<string, Map<string, number>>(names.map((name) => [name, new Map()]))
  let lists = 0
  await fc.assert(
    fc.asyncProperty(calls, async (list) => {
      const number = ++lists
      const told = await Promise.all(
        Object.entries(stores).map(async ([name, ports]) => {
          const answer = telling(ports, number)
          const answers: string[] = []
          for (const call of list) {
            const outcome = await outcomeOf(() => answer(call))
            answers.push(textOf(outcome, ports.name))
            count(cases.get(name), `${call.method}: ${kindOf(outcome)}`)
          }
          return answers
        }),
      )
      for (const [n, answers] of told.entries())
        for (const [at, call] of list.entries())
          assert.equal(
            answers[at],
            told[0]?.[at],
            `${names[n]} answers call ${at} not as ${names[0]}: ${JSON.stringify(call)}`,
          )
    }),
    { ...settings, endOnFailure: false },
  )
  const counted = names.map((name) => Object.fromEntries([...(cases.get(name) ?? [])].sort()))
  for (const other of counted) assert.deepEqual(other, counted[0])
  return counted[0] ?? {}
}

type Outcome = { readonly is: unknown } | { readonly threw: string }

const outcomeOf = async (ask: () => Promise<unknown>): Promise<Outcome> => {
  try {
    return { is: await ask() }
  } catch (trouble) {
    return { threw: trouble instanceof Error ? trouble.name : typeof trouble }
  }
}

/** A head's owner is the store that was asked; nothing at all is not the same as null. */
const textOf = (outcome: Outcome, store: string): string =>
  JSON.stringify(outcome, (name, value) =>
    name === 'owner' && value === store ? 'here' : value === undefined ? '(undefined)' : value,
  )

const kindOf = (outcome: Outcome): string => {
  if ('threw' in outcome) return outcome.threw
  const { is } = outcome
  if (typeof is === 'boolean') return `${is}`
  if (Array.isArray(is)) return is.length === 0 ? 'none' : 'some'
  if (typeof is !== 'object' || is === null) return is === undefined ? 'nothing' : 'something'
  if ('error' in is) return (is.error as { readonly type: string }).type
  return 'again' in is ? (is.again ? 'again' : 'first') : 'something'
}

const count = (cases: Map<string, number> | undefined, what: string): void => {
  cases?.set(what, (cases.get(what) ?? 0) + 1)
}
