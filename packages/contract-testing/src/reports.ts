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

/** A line for each failure: the file, the test, and how what was wrong begins; a law that was broken says its seed there. */
export const failuresIn = (reports: readonly Report[]): readonly string[] =>
  lastOf(reports).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const what = failed.map(({ fullName, failureMessages }) => [fullName, beginning(failureMessages?.[0])])
    if (status === 'failed' && what.length === 0) what.push([beginning(message)])
    return what.map((words) => [name, ...words].filter(Boolean).join(': '))
  })

const beginning = (message = ''): string =>
  message
    .split('\n')
    .slice(0, 2)
    .filter((line) => !/^\s*at /.test(line))
    .join(' ')

/** Sums reports. A file that failed to load is one failure. */
export const tallyOf = (reports: readonly Report[]): Tally => {
  const tests = lastOf(reports).flatMap(({ assertionResults }) => assertionResults)
  const { passed = [], failed = [] } = Object.groupBy(tests, ({ status }) => status)
  return {
    passed: passed.length,
    failed: failuresIn(reports).length,
    skipped: tests.length - passed.length - failed.length,
  }
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
