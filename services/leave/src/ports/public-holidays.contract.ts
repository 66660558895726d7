import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { PublicHolidays } from './public-holidays.port.ts'

/** Sources: Código do Trabalho, artigo 234.º; Bayerisches Feiertagsgesetz, Art. 1; lög nr. 88/1971 (Iceland), 6. gr. */
export const publicHolidaysContract: Contract<PublicHolidays, object> = {
  'a country has its holidays, by day': async (holidays) => {
    const days = (await holidays.of('PT', null)).map(({ day }) => day).filter((day) => day.startsWith('2026'))
    assert.deepEqual(days, [
      '2026-01-01',
      '2026-04-03',
      '2026-04-05',
      '2026-04-25',
      '2026-05-01',
      '2026-06-04',
      '2026-06-10',
      '2026-08-15',
      '2026-10-05',
      '2026-11-01',
      '2026-12-01',
      '2026-12-08',
      '2026-12-25',
    ])
  },

  'a region has its own': async (holidays) => {
    const corpusChristi = '2026-06-04'
    const has = async (region: string | null) =>
      (await holidays.of('DE', region)).some(({ day }) => day === corpusChristi)
    assert.deepEqual([await has('BY'), await has('BE'), await has(null)], [true, false, false])
  },

  'half a day is free where the law says so': async (holidays) => {
    const eve = (await holidays.of('IS', null)).filter(({ day }) => day === '2026-12-24')
    assert.deepEqual(
      eve.map(({ part }) => part),
      ['pm'],
    )
  },

  'an unknown region has what the country has': async (holidays) => {
    assert.deepEqual(await holidays.of('PT', 'nowhere'), await holidays.of('PT', null))
  },

  'an unknown country has none, whatever its name': async (holidays) => {
    for (const country of ['XX', '', 'pt', '../PT', '__proto__']) assert.deepEqual(await holidays.of(country, null), [])
  },

  'the regions of a country are listed by code': async (holidays) => {
    const regions = await holidays.regions('AT')
    assert.deepEqual(
      regions.map(({ code }) => code),
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    )
    assert.deepEqual(regions[8], { code: '9', name: 'Vienna' })
    assert.deepEqual(await holidays.regions('XX'), [])
  },
}
