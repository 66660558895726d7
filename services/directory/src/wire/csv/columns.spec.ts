import { readFileSync } from 'node:fs'
import { columnsMarkdown } from '@awayday/csv'
import { expect, test } from 'vitest'
import { peopleColumns } from './columns.ts'
import { departmentColumns } from './departments.ts'

test.each([
  ['people', peopleColumns],
  ['departments', departmentColumns],
])('the page about files tells the columns of %s as they are', (_kind, columns) => {
  const page = readFileSync(new URL('../../../../../docs/import.md', import.meta.url), 'utf8')
  expect(page).toContain(columnsMarkdown(columns))
})
