/**
 * What AWS asks on demand in us-east-1, in US dollars, before any free tier: DynamoDB as of 2024-11-01, the rest as of 2024-11.
 * Other regions ask more; reserved or provisioned capacity less. https://aws.amazon.com/pricing/
 */
export const PRICES = {
  asOf: '2024-11-01',
  region: 'us-east-1',
  /** Of a million each. */
  million: {
    /** Request units of DynamoDB. */
    reads: 0.125,
    writes: 0.625,
    /** Runs of Lambda functions. */
    runs: 0.2,
    /** Calls of an HTTP API, and queries and mutations of AppSync. */
    http: 1,
    graphql: 4,
    /** Events put on a bus, and runs that the Scheduler starts. */
    events: 1,
    schedules: 1,
  },
  /** A second of a function on arm64 with 1,024 MB. */
  gbSecond: 0.000_013_333_4,
  /** A month of each metric that an alarm looks at. */
  alarmMetric: 0.1,
} as const
