import { test } from 'vitest'
import { sqliteOffice } from './offices.ts'
import { RACES } from './runs.ts'
import { yearAndTermsRace } from './year-and-terms.ts'

/** 10,000 races write some 120,000 records. */
const TIMEOUT_MS = 600_000

test(`in ${RACES} races of approvals, a year closing and new terms nothing is lost, and no floor is broken`, {
  timeout: TIMEOUT_MS,
}, async () => {
  await using office = await sqliteOffice()
  for (let n = 0; n < RACES; n++) await yearAndTermsRace(office, n)
})
