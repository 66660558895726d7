import { verify } from '@awayday/contract-testing'
import { lastDayRaces } from './last-day.contract.ts'
import { dynamoDbOffice, mongoDbOffice, sqliteOffice } from './offices.ts'

verify('leave on SQLite', lastDayRaces(1_000), { open: sqliteOffice, given: () => undefined })
verify('leave on MongoDB', lastDayRaces(100), { open: mongoDbOffice, given: () => undefined })
verify('leave on DynamoDB', lastDayRaces(100), { open: dynamoDbOffice, given: () => undefined })
