import { readFileSync } from 'node:fs'
import { columnsMarkdown } from '@awayday/csv'
import { expect, test } from 'vitest'
import { peopleColumns } from './columns.ts'

test('the page about files tells the columns of people as they are', () => {
  const page = readFileSync(new URL('../../../../../docs/import.md', import.meta.url), 'utf8')
  expect(page).toContain(columnsMarkdown(peopleColumns))
})
