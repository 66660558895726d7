/** The number of an event, so that text order is the order of events. */
export const factId = (n: number): string => String(n).padStart(DIGITS, '0')
/** More events than a stream will ever hold. */
const DIGITS = 7
