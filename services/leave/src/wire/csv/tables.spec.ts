import { readFileSync } from 'node:fs'
import { columnsMarkdown } from '@awayday/csv'
import { expect, test } from 'vitest'
import { entryTables } from './entry-tables.ts'
import { CSV_KINDS } from './inputs.ts'
import { settingTables } from './setting-tables.ts'

const tables = Object.entries({ ...settingTables, ...entryTables })
const page = readFileSync(new URL('../../../../../docs/import.md', import.meta.url), 'utf8')

test.each(tables)('the page about files tells the columns of %s as they are', (_kind, { columns }) =>
  expect(page).toContain(columnsMarkdown(columns)),
)

test('files come in the order in which each has what it needs', () => {
  expect([...CSV_KINDS].sort()).toEqual(tables.map(([kind]) => kind).sort())
  const sentence = /^- Files come in this order.*?(?=^##)/ms.exec(page)?.[0] ?? ''
  const named = [...sentence.matchAll(/\w+/g)].map(([word]) => word)
  expect(named.filter((word) => CSV_KINDS.some((kind) => kind === word))).toEqual([...CSV_KINDS])
})
