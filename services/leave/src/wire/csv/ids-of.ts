import { createHash } from 'node:crypto'

/** Makes the id of a row that names none: `said` is all that makes it what it is. */
export type IdOf = (...said: readonly unknown[]) => string

/** Ids of one file: of what the row says, and how often the file has said it before. The same file makes the same ids. */
export const idsOf = (kind: string): IdOf => {
  const times = new Map<string, number>()
  return (...said) => {
    const content = JSON.stringify([kind, ...said])
    const nth = times.get(content) ?? 0
    times.set(content, nth + 1)
    return createHash('sha256').update(`${content} ${nth}`).digest('base64url').slice(0, 22)
  }
}
