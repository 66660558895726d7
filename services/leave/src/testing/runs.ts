/** How many random cases each law is tried with: all of them where changes are checked, a taste on every save. */
export const RUNS = process.env['CI'] ? 10_000 : 300

/** Races through real use cases take milliseconds each. */
export const RACES = process.env['CI'] ? 10_000 : 30
