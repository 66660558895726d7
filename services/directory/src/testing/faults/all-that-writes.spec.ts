import { join } from 'node:path'
import { functionsThatWrite } from '@awayday/stores/testing'
import { expect, test } from 'vitest'
import { useCases } from './use-cases.ts'

/** Tried as a part of what uses them. */
const parts = {
  carryOut: 'importPeople',
  consumers: 'sweep',
  joinPerson: 'addPerson',
  noAdminWhoLeaves: 'endEmployment',
  project: 'sweep',
  publish: 'sweep',
  relay: 'sweep',
  rename: 'importPeople',
  reserveMail: 'addPerson',
}

/** Write nothing, beside others that do. */
const readers = ['keyIn']

test('every use case that writes is tried with each fault', async () => {
  const tried = Object.keys(useCases).map((name) => name.split(':')[0])
  const known = [...new Set([...tried, ...Object.keys(parts), ...readers])].sort()
  expect(await functionsThatWrite(join(import.meta.dirname, '../../application'), readers)).toEqual(known)
})
