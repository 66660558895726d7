import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST } from '../format/manifest.ts'
import { BackupProblem } from '../problem.ts'
import { CHUNK_NAME } from './chunks.ts'

/**
 * Makes the folder of a new backup, which nobody else may read. What a backup that was cut short left there is removed: going
 * on with it would bring together what was read an hour apart.
 */
export const emptyFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new BackupProblem(`The folder ${folder} cannot be made.`, { cause })
  })
  const there = await readdir(folder)
  if (there.includes(MANIFEST)) throw new BackupProblem(`${folder} holds a backup. Name another folder.`)
  const foreign = there.find((name) => !CHUNK_NAME.test(name) && name !== `${MANIFEST}.unfinished`)
  if (foreign) throw new BackupProblem(`${folder} holds something else (${foreign}). Name an empty folder.`)
  for (const name of there) await rm(join(folder, name))
}
