import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { areaOf } from './area.ts'
import { countryFile } from './country.ts'
import { freeIn } from './in-place.ts'
import { countryText, folder } from './written.ts'

/** Movable feasts, regions, substitutes, half days, holidays of several days, lunar calendars. */
test.each(['PT', 'DE', 'GB', 'US', 'IS', 'RO', 'TR', 'JP'])(
  'the file of %s is what the library says',
  async (country) => {
    expect(await readFile(new URL(`${areaOf(country)}.json`, folder), 'utf8')).toContain(
      countryText(countryFile(country)),
    )
  },
)

test('New Year is two days in Romania', () => {
  const days = freeIn('RO').filter(({ name, day }) => name === 'Anul nou' && day.startsWith('2026'))
  expect(days.map(({ day }) => day)).toEqual(['2026-01-01', '2026-01-02'])
})

test('Christmas Eve is free from noon in Iceland', () => {
  expect(freeIn('IS').find(({ day }) => day === '2026-12-24')).toEqual({
    day: '2026-12-24',
    name: 'Aðfangadagur',
    part: 'pm',
  })
})

test('Corpus Christi is a holiday in Bavaria and none in Berlin', () => {
  const has = (region: string) => freeIn('DE', region).some(({ day }) => day === '2026-06-04')
  expect([has('BY'), has('BE')]).toEqual([true, false])
})
