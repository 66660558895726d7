import { epochMs, type Instant, type LocalDate, parseLocalDate } from '@awayday/kernel'

/** An IANA name such as `Europe/Lisbon`; no offsets, which Intl would take too. */
export const isZone = (text: string): boolean => ZONE.test(text) && formatOf(text) !== undefined

/** The civil date in Greenwich at an instant: near enough where a zone is not known yet, and without Intl. */
export const utcDate = (at: Instant): LocalDate => parseLocalDate(at.slice(0, 10)) ?? fail(`no date at ${at}`)

/** The civil date somewhere at an instant. */
export const dateIn = (zone: string, at: Instant): LocalDate => {
  const text = formatOf(zone)?.format(epochMs(at))
  return (text === undefined ? undefined : parseLocalDate(text)) ?? fail(`no date at ${at} in ${zone}`)
}

const fail = (why: string): never => {
  throw new Error(why)
}

const ZONE = /^(UTC|[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_]*(-[A-Za-z_]+)*){1,2})$/

/** Making one costs milliseconds, and a company has a handful of zones. */
const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (zone: string): Intl.DateTimeFormat | undefined => {
  const known = formats.get(zone)
  if (known) return known
  try {
    const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
    formats.set(zone, made)
    return made
  } catch {
    return undefined // RangeError: no such zone
  }
}
