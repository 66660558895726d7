import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { columns } from './columns.ts'
import { readTable } from './read-table.ts'
import { writeTable } from './write-table.ts'

const RUNS = process.env['CI'] ? 10_000 : 300

/** Text as people write it, and as nobody should: quotes, separators, line breaks, apostrophes, what formulas begin with. */
const anyCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed()),
  fc.string({
    unit: fc.constantFrom("'", '"', '=', '+', '-', '@', '\t', '\r', '\n', ',', ';', ' ', 'a', '＝', '\ufeff'),
  }),
)
const two = columns({ one: v.optional(v.string(), ''), two: v.optional(v.string(), '') })

test('whatever a cell says, any reader of RFC 4180 finds one cell, which is no formula', async () =>
  fc.assert(
    fc.asyncProperty(anyCell, anyCell, async (one, other) => {
      const text = await writeTable(['one', 'two'], [{ one, two: other }])
      const [, cells = []] = parse(text, { relax_column_count: true })
      expect(cells).toHaveLength(2)
      for (const [n, said] of [one, other].entries()) {
        expect(cells[n]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect([said, `'${said}`]).toContain(cells[n])
      }
    }),
    { numRuns: RUNS },
  ))

test('what was written is what is read, but for space around it', async () =>
  fc.assert(
    fc.asyncProperty(anyCell, anyCell, async (one, other) => {
      const { rows, read, problems } = await readTable(await writeTable(['one', 'two'], [{ one, two: other }]), two)
      const cells = [one, other].map((text) => text.trim())
      const blank = cells.every((text) => text === '')
      expect(problems).toEqual([])
      expect(rows).toBe(blank ? 0 : 1)
      expect(read).toEqual(blank ? [] : [{ row: 2, value: { one: cells[0], two: cells[1] } }])
    }),
    { numRuns: RUNS },
  ))
