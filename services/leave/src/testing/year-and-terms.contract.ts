import type { Contract } from '@awayday/contract-testing'
import type { Office } from './office.ts'
import { yearAndTermsRace } from './year-and-terms.ts'

/** Races of different people at the same time: a server answers several calls as fast as one. */
const AT_ONCE = 10

/** Through the real use cases: races number `first` to `last`, each made from its number. */
export const yearAndTermsRaces = (first: number, last: number): Contract<Office> => ({
  [`in races ${first} to ${last} of approvals, a year closing and new terms nothing is lost, and no floor is broken`]:
    async (office) => {
      for (let n = first; n <= last; n += AT_ONCE) {
        const numbers = Array.from({ length: Math.min(AT_ONCE, last - n + 1) }, (_, k) => n + k)
        await Promise.all(numbers.map((number) => yearAndTermsRace(office, number)))
      }
    },
})
