/** print-tally FOLDER: one line, `N passed, N failed, N skipped`, over all reports in a folder; exit 1 unless all passed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, sentence, tallyOf } from './reports.ts'

const folder = process.argv[2] ?? '.'
const reports = readdirSync(folder).map((file): Report => JSON.parse(readFileSync(join(folder, file), 'utf8')))
const tally = tallyOf(reports)
console.log(sentence(tally))
process.exitCode = tally.failed === 0 && tally.skipped === 0 && tally.passed > 0 ? 0 : 1
