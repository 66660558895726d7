/** Something whoever asked for the backup or the restore can mend. One sentence, shown as it is. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem'
}

/** A file of a backup is not what was written. The sentence names it. */
export const damaged = (file: string, what: string): BackupProblem =>
  new BackupProblem(`${file} is damaged: ${what}. Use another one.`)
