import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { run } from './run.ts'

const examples = join(import.meta.dirname, '../../../../../docs/examples/leave')
const documents: readonly unknown[] = [
  'accrual-and-corrections',
  'hours-and-rotation',
  'rules-and-approval',
  'sick-during-vacation',
  'who-is-away',
].map((name) => JSON.parse(readFileSync(join(examples, `${name}.json`), 'utf8')))

/** What people write wrong, and the ends of what is right. */
const odd = fc.oneof(
  fc.constantFrom(null, true, '', 'ana', 'vacation', '2199-12-31', '1900-01-01', '02-29', '24:00', 'whole', 'mon-fri'),
  fc.constantFrom(0, -1, 0.0001, 999_999_999, 1e300, [], {}),
  fc.jsonValue({ maxDepth: 2 }),
)

type Path = readonly string[]
const pathsIn = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
    : [path]

const put = (value: unknown, [key, ...rest]: Path, other: unknown): unknown => {
  if (key === undefined) return other
  if (Array.isArray(value)) return value.map((inner, n) => (String(n) === key ? put(inner, rest, other) : inner))
  const members: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(value ?? {}))
  return { ...members, [key]: put(members[key], rest, other) }
}

const mistaken = fc
  .constantFrom(...documents)
  .chain((document) =>
    fc
      .array(fc.tuple(fc.constantFrom(...pathsIn(document)), odd), { minLength: 1, maxLength: 3 })
      .map((changes) => changes.reduce<unknown>((changed, [path, other]) => put(changed, path, other), document)),
  )

test(
  'whatever is written, it is answered, or told where it is wrong',
  () =>
    fc.assert(
      fc.property(mistaken, (document) => {
        const { out, code } = run(['evaluate', 'file'], () => new TextEncoder().encode(JSON.stringify(document)))
        const printed = JSON.parse(out ?? '')
        if (code === 0) expect(printed).toEqual({ answers: expect.any(Array) })
        else
          for (const { path, message } of printed.errors)
            expect([path, message]).toEqual([expect.stringMatching(/^\$/), expect.any(String)])
      }),
      { numRuns: Math.min(RUNS, 1_000) },
    ),
  60_000,
)
