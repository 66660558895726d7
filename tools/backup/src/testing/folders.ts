import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of the test's own, with as many empty ones in it as are asked for. */
export const scratchFolders = async () => {
  const root = await mkdtemp(join(tmpdir(), 'awayday-backup-'))
  return {
    folder: () => mkdtemp(join(root, 'b-')),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  }
}
