/**
 * print-tally FOLDER: one line, `N passed, N failed, N skipped`, over all reports in a folder; exit 1 unless all passed.
 * Folders within are runs elsewhere, as in another time zone: what ran there counts beside what ran here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, sentence, sumOf, type Tally, tallyOf } from './reports.ts'

const tallyIn = (folder: string): Tally => {
  const entries = readdirSync(folder, { withFileTypes: true })
  const paths = (of: typeof entries) => of.map(({ name }) => join(folder, name))
  const reports = paths(entries.filter((entry) => entry.isFile()))
  const elsewhere = paths(entries.filter((entry) => entry.isDirectory()))
  return sumOf([
    tallyOf(reports.map((file): Report => JSON.parse(readFileSync(file, 'utf8')))),
    ...elsewhere.map(tallyIn),
  ])
}

const tally = tallyIn(process.argv[2] ?? '.')
console.log(sentence(tally))
process.exitCode = tally.failed === 0 && tally.skipped === 0 && tally.passed > 0 ? 0 : 1
