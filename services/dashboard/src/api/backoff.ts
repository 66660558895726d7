const FIRST_MS = 500
/** Long enough for a server in trouble, short enough for somebody who looks at the page. */
const LONGEST_MS = 20_000

/** How long to wait before the n-th try, from 1: doubled each time, and spread so that not all pages come back at once. */
export const backoffMs = (attempt: number, chance: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1)) * (0.5 + chance / 2)
