import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { services } from '@awayday/host/services'
import { affected } from './affected.ts'
import { lockedIn, relocked } from './lockfile.ts'
import { madeOfNow } from './made-of-now.ts'

const HELP = `Names the services that a change touches, and says why.

  pnpm affected [base]    what has changed since a commit or branch; since main unless told

  --json                  for programs: reasons by service`

const LOCKFILE = 'pnpm-lock.yaml'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
const [base = 'main'] = positionals

const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 100_000_000 })

/** Committed or not, since both were the same. */
const changedFiles = (since: string): readonly string[] =>
  [git('diff', '--name-only', since), git('ls-files', '--others', '--exclude-standard')].flatMap((list) =>
    list.split('\n').filter((line) => line !== ''),
  )

const run = async (): Promise<void> => {
  const since = git('merge-base', base, 'HEAD').trim()
  const files = changedFiles(since)
  const packages = files.includes(LOCKFILE)
    ? relocked(lockedIn(git('show', `${since}:${LOCKFILE}`)), lockedIn(await readFile(LOCKFILE, 'utf8')))
    : new Map<string, string>()
  const reasons = affected(await Promise.all(services.map(madeOfNow)), { files, packages })
  if (values.json) return console.log(JSON.stringify(Object.fromEntries(reasons), undefined, 2))
  if (reasons.size === 0) return console.log(`No service is touched by what has changed since ${base}.`)
  for (const [service, why] of reasons)
    for (const line of [service, ...why.map((each) => `  ${each}`)]) console.log(line)
}

if (values.help) console.log(HELP)
else await run()
