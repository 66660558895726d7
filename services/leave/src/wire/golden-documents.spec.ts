import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readApproval, readCalendar, readLeaveTypes, readPolicy, readRules, readSchedule } from './documents.ts'

/**
 * Documents that events name, as they once were written, and what they meant; never edited. A setting that came later is
 * one more member of what they mean, with the value that nobody had to say.
 */
const documents = (file: string): readonly { readonly written: unknown; readonly means: object }[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'golden-documents', file), 'utf8'))

describe('what was written in a document is read, and means what it meant:', () => {
  test.each<[string, (text: string) => unknown]>([
    ['policy.v1.json', readPolicy],
    ['schedule.v1.json', readSchedule],
    ['calendar.v1.json', readCalendar],
    ['leaveTypes.v1.json', readLeaveTypes],
    ['rules.v1.json', readRules],
    ['approval.v1.json', readApproval],
  ])('%s', (file, read) => {
    for (const { written, means } of documents(file)) expect(read(JSON.stringify(written))).toMatchObject(means)
    expect(documents(file).length).toBeGreaterThan(0)
  })
})
