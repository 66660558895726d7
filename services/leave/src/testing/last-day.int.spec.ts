import { howOften, verify } from '@awayday/contract-testing'
import { vi } from 'vitest'
import { lastDayRaces } from './last-day.contract.ts'
import { dynamoDbOffice, mongoDbOffice, sqliteOffice } from './offices.ts'

/** About 2,500 calls of DynamoDB Local: 20 s by itself, more where other suites share its cores. */
vi.setConfig({ testTimeout: 240_000 })

const RACES = howOften(20, 40, 100)
verify('leave on SQLite', lastDayRaces(1_000), { open: sqliteOffice, given: () => undefined })
verify('leave on MongoDB', lastDayRaces(RACES), { open: mongoDbOffice, given: () => undefined })
verify('leave on DynamoDB', lastDayRaces(RACES), { open: dynamoDbOffice, given: () => undefined })
