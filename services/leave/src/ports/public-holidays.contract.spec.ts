import { onTrial } from '@awayday/contract-testing'
import { publicHolidays } from '#adapters/holidays/public-holidays.ts'
import { publicHolidaysContract } from './public-holidays.contract.ts'
import type { PublicHolidays } from './public-holidays.port.ts'

onTrial<PublicHolidays, object>('the contract of public holidays', publicHolidaysContract, {
  open: async () => publicHolidays,
  given: () => ({}),
  saboteurs: {
    'forgets regions': (honest) => ({ ...honest, of: (country) => honest.of(country, null) }),
    'has the newest first': (honest) => ({
      ...honest,
      of: async (country, region) => (await honest.of(country, region)).toReversed(),
    }),
    'makes every holiday a whole day': (honest) => ({
      ...honest,
      of: async (country, region) => (await honest.of(country, region)).map((one) => ({ ...one, part: 'whole' })),
    }),
    'has nothing for an unknown region': (honest) => ({
      ...honest,
      of: async (country, region) => (region === 'nowhere' ? [] : honest.of(country, region)),
    }),
    'takes any case for a country': (honest) => ({
      ...honest,
      of: (country, region) => honest.of(country.toUpperCase(), region),
    }),
    'lists no regions': (honest) => ({ ...honest, regions: async () => [] }),
  },
})
