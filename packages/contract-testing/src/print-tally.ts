/**
 * print-tally FOLDER: a line for each failure in a folder's reports, and last `N passed, N failed, N skipped`; exit 1
 * unless all passed.
 * Folders within are runs elsewhere, as in another time zone: what ran there counts beside what ran here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failuresIn, type Report, sentence, sumOf, type Tally, tallyOf } from './reports.ts'

const tallyIn = (folder: string): Tally => {
  const entries = readdirSync(folder, { withFileTypes: true })
  const paths = (of: typeof entries) => of.map(({ name }) => join(folder, name))
  const files = paths(entries.filter((entry) => entry.isFile()))
  const reports = files.map((file): Report => JSON.parse(readFileSync(file, 'utf8')))
  const elsewhere = paths(entries.filter((entry) => entry.isDirectory()))
  for (const failure of failuresIn(reports)) console.log(`FAILED: ${failure}`)
  return sumOf([tallyOf(reports), ...elsewhere.map(tallyIn)])
}

const tally = tallyIn(process.argv[2] ?? '.')
console.log(sentence(tally))
process.exitCode = tally.failed === 0 && tally.skipped === 0 && tally.passed > 0 ? 0 : 1
