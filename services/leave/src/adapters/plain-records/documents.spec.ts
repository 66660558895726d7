import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { documentsContract } from '#ports/documents.contract.ts'
import { recordedDocuments } from './documents.ts'

verify('documents in plain records', documentsContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    return { ...recordedDocuments(sqlitePlainRecords(db)), [Symbol.asyncDispose]: async () => db.close() }
  },
  given,
})
