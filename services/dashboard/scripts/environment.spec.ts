import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { environment, environmentFile } from './environment.ts'

test('the types of the API are those of the schema files: if not, run `pnpm schema` in services/dashboard', async () => {
  expect(await readFile(environmentFile, 'utf8')).toBe(await environment())
})
