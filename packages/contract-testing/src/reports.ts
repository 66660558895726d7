/** What vitest's JSON reporter writes of a run, as far as it is counted here. */
export type Report = {
  readonly testResults: readonly {
    /** The test file's path. */
    readonly name: string
    /** When the file began, in milliseconds since 1970. */
    readonly startTime: number
    readonly status: string
    /** Why the file could not be loaded. */
    readonly message?: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName?: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** Of a file that ran more than once the last run counts. */
const lastOf = (reports: readonly Report[]) => {
  const files = reports.flatMap(({ testResults }) => testResults).toSorted((a, b) => a.startTime - b.startTime)
  return [...new Map(files.map((file) => [file.name, file])).values()]
}

/** A line for each failure: the file, the test, and the first line of what was wrong. */
export const failuresIn = (reports: readonly Report[]): readonly string[] =>
  lastOf(reports).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const what = failed.map(({ fullName, failureMessages }) => [fullName, failureMessages?.[0]?.split('\n')[0]])
    if (status === 'failed' && what.length === 0) what.push([message?.split('\n')[0]])
    return what.map((words) => [name, ...words].filter(Boolean).join(': '))
  })

/** Sums reports. A file that failed to load is one failure. */
export const tallyOf = (reports: readonly Report[]): Tally => {
  const statuses = lastOf(reports).flatMap(({ status, assertionResults }) =>
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
