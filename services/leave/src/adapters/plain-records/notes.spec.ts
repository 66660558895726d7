import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { notesContract } from '#ports/notes.contract.ts'
import { recordedNotes } from './notes.ts'

verify('notes in plain records', notesContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    return { ...recordedNotes(sqlitePlainRecords(db)), [Symbol.asyncDispose]: async () => db.close() }
  },
  given,
})
