import { verify } from '@awayday/contract-testing'
import { publicHolidaysContract } from '#ports/public-holidays.contract.ts'
import { publicHolidays } from './public-holidays.ts'

verify('public holidays as written down', publicHolidaysContract, {
  open: async () => ({ ...publicHolidays, [Symbol.asyncDispose]: async () => undefined }),
  given: () => ({}),
})
