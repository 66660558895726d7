/** What vitest's JSON reporter writes of a run, as far as it is counted here. */
export type Report = {
  readonly testResults: readonly {
    /** The test file's path. */
    readonly name: string
    /** When the file began, in milliseconds since 1970. */
    readonly startTime: number
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** Sums reports. Of a file that ran more than once the last run counts. A file that failed to load is one failure. */
export const tallyOf = (reports: readonly Report[]): Tally => {
  const files = reports.flatMap(({ testResults }) => testResults).toSorted((a, b) => a.startTime - b.startTime)
  const last = new Map(files.map((file) => [file.name, file]))
  const statuses = [...last.values()].flatMap(({ status, assertionResults }) =>
    status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
      ? [...assertionResults.map((test) => test.status), 'failed']
      : assertionResults.map((test) => test.status),
  )
  const [passed, failed] = ['passed', 'failed'].map((status) => statuses.filter((it) => it === status).length)
  return { passed: passed ?? 0, failed: failed ?? 0, skipped: statuses.length - (passed ?? 0) - (failed ?? 0) }
}

/** The report of a suite that did not run. */
export const notRun = (suite: string, startTime: number): Report => ({
  testResults: [{ name: suite, startTime, status: 'skipped', assertionResults: [{ status: 'skipped' }] }],
})

export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

export const sentence = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
