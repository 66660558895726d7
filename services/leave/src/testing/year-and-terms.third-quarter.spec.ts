import { verify } from '@awayday/contract-testing'
import { vi } from 'vitest'
import { sqliteOffice } from './offices.ts'
import { QUARTER_TIMEOUT_MS, quarterOf, RACES } from './runs.ts'
import { yearAndTermsRaces } from './year-and-terms.contract.ts'

vi.setConfig({ testTimeout: QUARTER_TIMEOUT_MS })

verify('leave on SQLite', yearAndTermsRaces(...quarterOf(RACES, 3)), { open: sqliteOffice, given: () => undefined })
