import { howOften, verify } from '@awayday/contract-testing'
import { vi } from 'vitest'
import { dynamoDbOffice, mongoDbOffice } from './offices.ts'
import { yearAndTermsRaces } from './year-and-terms.contract.ts'

/** About 5,000 calls of DynamoDB Local, more where other suites share its cores. */
vi.setConfig({ testTimeout: 240_000 })

const RACES = howOften(20, 40, 100)
verify('leave on MongoDB', yearAndTermsRaces(1, RACES), { open: mongoDbOffice, given: () => undefined })
verify('leave on DynamoDB', yearAndTermsRaces(1, RACES), { open: dynamoDbOffice, given: () => undefined })
