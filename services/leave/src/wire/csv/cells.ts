import { type Amount, isId, type PersonId, type Unit } from '@awayday/kernel'
import * as v from 'valibot'
import type { AmountSaid } from '#domain/csv/draft.ts'
import type { AbsentDay } from '#domain/time/absence.ts'
import { partText } from '#domain/time/part-text.ts'
import { written } from '../document/setting.ts'
import { amountText, date, part } from '../document/values.ts'

/** Who is meant by an id or a mail address; undefined: nobody is known by it. */
export type Known = (reference: string) => PersonId | undefined

/** How people write things in cells, and how they are written for them. */

/** Somebody, by id, or by a mail address whose id whoever imports has said. */
export const someone = (known: Known) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
      const person = known(value.trim())
      if (person !== undefined) return person
      addIssue({ message: NOBODY })
      return NEVER
    }),
  )
const NOBODY = 'is nobody: no id of somebody here, nor a mail address that came with the file'

export const name = written('1 to 64 letters, digits, - and _', (text) => (isId(text.trim()) ? text.trim() : undefined))

/** Exact, with a point or a comma; a unit may follow. Hours are counted in minutes. */
export const amount = written('an amount with at most 4 decimals, such as 2.5, 2,5, "7.5 h" or "450 min"', amountOf)

export const amountCell = ({ unit, n }: Amount): string => (unit === 'day' ? amountText(n) : `${amountText(n)} min`)

/** Working time: a number of hours, or minutes. */
export const minutes = written('hours, such as 7.5, or "450 min"', (text) => {
  const said = amountOf(/[a-z]/i.test(text) ? text : `${text} h`)
  return said && said.unit === 'minute' && said.n >= 0 && said.n % PARTS === 0 ? said.n / PARTS : undefined
})

/** Words apart by spaces, commas or semicolons; `()` is a list of none. */
export const list = <T>(shape: string, parse: (word: string) => T | undefined) =>
  written(shape, (text): readonly T[] | undefined => {
    if (text.trim() === NONE) return []
    const words = wordsIn(text).map(parse)
    const known = words.filter((word) => word !== undefined)
    return known.length === words.length ? known : undefined
  })
export const listCell = (words: readonly string[] | undefined): string =>
  words === undefined ? '' : words.length === 0 ? NONE : words.join(' ')
const NONE = '()'

export const names = list('names apart by spaces', (word) => (isId(word) ? word : undefined))
export const people = (known: Known) =>
  v.pipe(
    list('ids or mail addresses apart by spaces', (word) => word),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
      const found = value.map(known)
      const persons = found.filter((person) => person !== undefined)
      if (persons.length === found.length) return persons
      addIssue({ message: `${value.filter((_, n) => found[n] === undefined).join(' ')} ${NOBODY}` })
      return NEVER
    }),
  )

/** Days one by one: `2026-05-04 2026-05-05/am`. */
export const days = list(
  'days such as "2026-05-04 2026-05-05/am 2026-05-06/14:00-16:00"',
  (word): AbsentDay | undefined => {
    const [on = '', how = 'whole', more] = word.split('/')
    const read = v.safeParse(v.tuple([date, part]), [on, how])
    return read.success && more === undefined ? { day: read.output[0], part: read.output[1] } : undefined
  },
)
export const daysCell = (all: readonly AbsentDay[]): string =>
  all.map((one) => (one.part === 'whole' ? one.day : `${one.day}/${partText(one.part)}`)).join(' ')

const PARTS = 10_000
const UNITS: Readonly<Record<string, Unit>> = { d: 'day', h: 'minute', m: 'minute' }

function amountOf(text: string): AmountSaid | undefined {
  const [, sign, above, decimals = '', word] =
    /^([-−]?)(\d{1,9})(?:[.,](\d{1,4}))?(?:\s*(days?|d|hours?|h|minutes?|min))?$/i.exec(text.trim()) ?? []
  if (above === undefined) return undefined
  const parts = Number(above) * PARTS + Number(decimals.padEnd(4, '0'))
  const unit = word === undefined ? null : (UNITS[word.charAt(0).toLowerCase()] ?? null)
  const n = word?.toLowerCase().startsWith('h') ? parts * 60 : parts
  return Number.isSafeInteger(n) ? { n: sign && n > 0 ? -n : n, unit } : undefined
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '')
}
