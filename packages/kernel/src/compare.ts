/** Ascending order, for `sort`: of dates, ids and other texts by their characters, of numbers by their size. */
export const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
