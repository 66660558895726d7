/** How many random cases each law is tried with: all of them where changes are checked, a taste on every save. */
export const RUNS = process.env['CI'] ? 10_000 : 300
