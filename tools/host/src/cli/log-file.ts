import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A log this large is put aside at the next start; the one before it goes. */
const LOG_BYTES_MAX = 10_000_000

/**
 * What functions write on stdout is their log. On a terminal it goes to a file, so that it does not bury what is meant for
 * people; `print` still reaches them.
 */
export const printer = (dataDir: string, env: NodeJS.ProcessEnv): ((text: string) => void) => {
  const toTerminal = process.stdout.write.bind(process.stdout)
  if (process.stdout.isTTY && env['AWAYDAY_LOG'] === undefined) {
    const file = join(dataDir, 'log.jsonl')
    if (existsSync(file) && statSync(file).size > LOG_BYTES_MAX) renameSync(file, `${file}.1`)
    const log = createWriteStream(file, { flags: 'a', mode: 0o600 })
    process.stdout.write = log.write.bind(log) as typeof process.stdout.write
  }
  return (text) => void toTerminal(`${text}\n`)
}
