import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import { plainRecordsContract } from '../../plain-records.contract.ts'
import { sqlitePlainRecords } from '../sqlite/plain-records.ts'
import { estimatedPlainRecords } from './estimate.ts'

verify('plain records whose cost is estimated', plainRecordsContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    return { ...estimatedPlainRecords(sqlitePlainRecords(db)), [Symbol.asyncDispose]: async () => db.close() }
  },
  given,
})
