import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SwitchProblem } from '../problem.ts'

/** Reads what `writeKept` wrote; undefined: there is no such file. One that was cut short or edited is a `SwitchProblem`. */
export const readKept = async (file: string, whatToDo: string): Promise<string | undefined> => {
  const text = await readFile(file, 'utf8').catch((trouble: NodeJS.ErrnoException) => {
    if (trouble.code === 'ENOENT') return undefined
    throw trouble
  })
  if (text === undefined) return undefined
  const body = text.slice(SUM_LENGTH + 1, -1)
  if (text !== framed(body)) throw new SwitchProblem(`${file} was cut short or edited: ${whatToDo}`)
  return body
}

/** Whoever looks sees the old file or the new one, whole, also after a loss of power; it is on the disk when this resolves. */
export const writeKept = async (file: string, body: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const unfinished = `${file}.unfinished`
  {
    await using handle = await open(unfinished, 'w', 0o600)
    await handle.writeFile(framed(body))
    await handle.sync()
  }
  await rename(unfinished, file)
  await using folder = await open(dirname(file))
  await folder.sync()
}

/** SHA-256 of the body, the body, and a last line's end: so no shorter file is a whole one. */
const framed = (body: string): string => `${createHash('sha256').update(body).digest('hex')}\n${body}\n`
const SUM_LENGTH = 64
