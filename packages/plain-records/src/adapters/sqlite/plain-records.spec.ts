import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import { plainRecordsContract } from '../../plain-records.contract.ts'
import { sqlitePlainRecords } from './plain-records.ts'

verify('sqlite plain records', plainRecordsContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    return { ...sqlitePlainRecords(db), [Symbol.asyncDispose]: async () => db.close() }
  },
  given,
})
