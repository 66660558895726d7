/** The epoch day on which a month begins; months are counted through from January of the year 0. */
export const monthStart = (month: number): number => KNOWN[month - KNOWN_FROM] || learned(month)

/** Kept when it is first asked for: all at once they take a cold start a millisecond. January 1970, which is 0, is computed each time. */
const learned = (month: number): number => {
  const day = firstDayOf(month)
  KNOWN[month - KNOWN_FROM] = day // of a month out of range nothing is kept
  return day
}

/** `days_from_civil` by Howard Hinnant, for the first day of a month. */
const firstDayOf = (month: number): number => {
  const sinceMarch = month - 2
  const year = Math.floor(sinceMarch / 12)
  const dayOfYear = Math.floor((153 * (sinceMarch - year * 12) + 2) / 5)
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468
}

/** The months of 1890 to 2209, which hold every date there is: looking up is much faster than computing. */
const KNOWN_FROM = 1890 * 12
const KNOWN = new Int32Array(320 * 12)
