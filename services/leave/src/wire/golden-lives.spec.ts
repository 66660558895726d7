import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalDate, type PersonId, parseLocalDate, parsePersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { balanceOf } from '#domain/ledger/ledger-of.ts'
import { evolve } from '#domain/person/evolve.ts'
import { factsOf } from '#domain/person/facts-of.ts'
import { initial } from '#domain/person/state.ts'
import { personCodec } from './events.ts'

/** Streams as they were written, with the figures of vacation that were shown then, as of several days. Never edited. */
type Life = {
  readonly person: string
  readonly events: readonly { readonly type: string; readonly v: number; readonly data: unknown }[]
  readonly figures: { readonly [asOf: string]: { readonly [figure: string]: number } }
}
const folder = join(import.meta.dirname, 'golden-lives')
const lives = readdirSync(folder).map((file): Life => JSON.parse(readFileSync(join(folder, file), 'utf8')))

describe('before policies were documents', () => {
  test.each(lives)('what $person did and was given comes to the same figures today', (life) => {
    const state = life.events.map((stored) => personCodec.decode(stored)).reduce(evolve, initial(personOf(life.person)))
    const facts = factsOf(state, { policies: new Map(), schedules: new Map(), calendars: new Map() })
    const today = Object.entries(life.figures).map(([asOf, shown]) => {
      const figures = Object.entries(balanceOf(facts, 'vacation', dateOf(asOf)))
      return [asOf, Object.fromEntries(figures.filter(([name]) => name in shown))]
    })
    expect(Object.fromEntries(today)).toEqual(life.figures)
  })
})

const personOf = (text: string): PersonId => known(parsePersonId(text))
const dateOf = (text: string): LocalDate => known(parseLocalDate(text))
const known = <T>(parsed: T | undefined): T => {
  if (parsed === undefined) throw new Error('a golden file is broken')
  return parsed
}
