import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { expect, test } from 'vitest'
import { twice } from '../testing/twice.ts'
import { openSide } from './open-side.ts'
import { sideContract } from './side.contract.ts'

verify('the verifier on SQLite', sideContract, {
  open: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'awayday-verify-'))
    return twice('sqlite', { AWAYDAY_DATA_DIR: folder }, () => rm(folder, { recursive: true }))
  },
  given,
})

test('a file that is not there is not made', async () => {
  const opening = openSide('sqlite', { AWAYDAY_DATA_DIR: join(tmpdir(), 'awayday-nowhere') }, 'leave')
  await expect(opening).rejects.toThrow(/there is no file .*awayday-nowhere.leave\.sqlite/)
})
