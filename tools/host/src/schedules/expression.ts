import { Cron } from 'croner'

/** When a schedule is due next, after an instant: both in milliseconds since 1970, UTC. Undefined: never again. */
export type Schedule = (afterMs: number) => number | undefined

/** EventBridge Scheduler's `rate(5 minutes)` and `cron(0 3 * * ? *)`. Throws a sentence on what is neither, or not simulated. */
export const schedule = (expression: string): Schedule => {
  const [, kind, inside = ''] = /^(\w+)\((.*)\)$/.exec(expression) ?? []
  if (kind === 'rate') return rate(inside, expression)
  if (kind === 'cron') return cron(inside, expression)
  if (kind === 'at') throw new Error(`"${expression}": one-time schedules are not simulated`)
  throw new Error(`"${expression}" is not a schedule such as rate(5 minutes) or cron(0 3 * * ? *)`)
}

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** A singular unit goes with 1 alone. */
const rate = (inside: string, expression: string): Schedule => {
  const [, count, unit = '', plural] = /^([1-9]\d{0,4}) (minute|hour|day)(s?)$/.exec(inside) ?? []
  const unitMs = UNIT_MS[unit]
  if (!unitMs || (Number(count) === 1) !== (plural === ''))
    throw new Error(`"${expression}" is not a rate such as rate(1 hour) or rate(5 minutes)`)
  return (afterMs) => afterMs + Number(count) * unitMs
}

/** Six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year. */
const cron = (inside: string, expression: string): Schedule => {
  const fields = inside.split(/\s+/)
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields
  if (fields.length !== 6 || !minutes || !hours || !dayOfMonth || !month || !dayOfWeek || !year)
    throw new Error(`"${expression}" has ${fields.length} fields, six are needed`)
  if ((dayOfMonth === '?') === (dayOfWeek === '?'))
    throw new Error(`"${expression}": one of day of month and day of week must be ?, and only one`)
  const pattern = [
    '0',
    stepped(minutes, 59),
    stepped(hours, 23),
    stepped(dayOfMonth.replace('?', '*'), 31),
    stepped(month, 12),
    fromSunday(dayOfWeek.replace('?', '*'), expression),
    stepped(year, 2199),
  ].join(' ')
  const job = parsed(pattern, expression)
  return (afterMs) => job.nextRun(new Date(afterMs))?.getTime()
}

/** croner wants the end of a range that AWS leaves open: `5/15` is `5-59/15`. */
const stepped = (field: string, last: number): string => field.replace(/(?<![\d-])(\d+)\//g, `$1-${last}/`)

/** AWS counts 1 to 7 from Sunday, croner 0 to 6. The number after # is a week, not a day. */
const fromSunday = (field: string, expression: string): string => {
  if (/[89]|\d\d/.test(field.replace(/[#/].*$/, '')) || /(?<![#/])0/.test(field))
    throw new Error(`"${expression}": days of the week are 1 (Sunday) to 7`)
  return field.replace(/(?<![#/\d])[1-7]/g, (day) => String(Number(day) - 1))
}

const parsed = (pattern: string, expression: string): Cron => {
  try {
    return new Cron(pattern, { timezone: 'UTC' })
  } catch {
    throw new Error(`"${expression}" has a field that is not simulated`)
  }
}
