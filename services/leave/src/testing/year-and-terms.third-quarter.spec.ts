import { verify } from '@awayday/contract-testing'
import { vi } from 'vitest'
import { sqliteOffice } from './offices.ts'
import { quarterOfRaces, RACES_TIMEOUT_MS } from './runs.ts'
import { yearAndTermsRaces } from './year-and-terms.contract.ts'

vi.setConfig({ testTimeout: RACES_TIMEOUT_MS })

verify('leave on SQLite', yearAndTermsRaces(...quarterOfRaces(3)), { open: sqliteOffice, given: () => undefined })
