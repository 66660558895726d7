import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { run, USAGE } from './run.ts'

/** A file is where whoever calls is, not where pnpm runs the script. */
const read = (file: string): Uint8Array | string => {
  try {
    return readFileSync(file === '-' ? process.stdin.fd : resolve(process.env['INIT_CWD'] ?? '.', file))
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : 'unknown trouble'}`
  }
}

const { out, code } = run(process.argv.slice(2), read)
if (out === null) console.error(USAGE)
else process.stdout.write(`${out}\n`)
process.exitCode = code
