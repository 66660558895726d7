import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { onMongoDb } from '@awayday/event-sourcing/mongodb/testing'
import { recordTable } from '@awayday/manifest'
import { plainRecordsContract } from '../../plain-records.contract.ts'
import { mongoPlainRecords } from './plain-records.ts'

const server = await onMongoDb({ records: recordTable() })

verify('mongodb plain records', plainRecordsContract, {
  open: server.open((db) => mongoPlainRecords(db, 'records')),
  given,
})
