import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartProblem } from './start-problem.ts'

/** Makes the data directory, readable by its owner alone. */
export const makeDataDir = (given: string): string => {
  const dataDir = resolve(given)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    if (statSync(dataDir).isDirectory()) return dataDir
  } catch (cause) {
    throw new StartProblem(`The data directory ${dataDir} cannot be made.`, { cause })
  }
  throw new StartProblem(`${dataDir} is not a directory.`)
}

/**
 * Holds the directory for this process: an exclusive lock of SQLite, which the system takes back when the process ends,
 * however it ends.
 */
export const lockDataDir = (dataDir: string): Disposable => {
  const db = new DatabaseSync(join(dataDir, 'host.lock'))
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    db.close()
    throw new StartProblem(`Awayday already runs on ${dataDir}. Stop it, or choose another --data-dir.`, { cause })
  }
  return { [Symbol.dispose]: () => db.close() }
}

/** The edge refuses shorter ones. */
const SECRET_CHARACTERS_MIN = 32

/** `AWAYDAY_SECRET`, or the one made at the first start and kept where only its owner reads it. */
export const secretOf = (dataDir: string, env: NodeJS.ProcessEnv): string => {
  const given = env['AWAYDAY_SECRET']
  if (given !== undefined) return checked('AWAYDAY_SECRET', given)
  const file = join(dataDir, 'secret')
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (trouble) {
    if ((trouble as NodeJS.ErrnoException).code !== 'EEXIST') throw trouble
  }
  return checked(file, readFileSync(file, 'utf8').trim())
}

const checked = (from: string, secret: string): string => {
  const [sentence] = tooShort(from, secret)
  if (sentence) throw new StartProblem(sentence)
  return secret
}

/** What is to be said of a secret; none is none too short. */
export const tooShort = (from: string, secret: string | undefined): readonly string[] =>
  secret !== undefined && secret.length < SECRET_CHARACTERS_MIN
    ? [`${from} holds fewer than ${SECRET_CHARACTERS_MIN} characters.`]
    : []
