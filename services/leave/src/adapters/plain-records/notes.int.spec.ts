import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { notesContract } from '#ports/notes.contract.ts'
import { dynamoDbOffice, mongoDbOffice, type StoredOffice } from '#testing/offices.ts'

const notesIn = (open: () => Promise<StoredOffice>) => async () => {
  const office = await open()
  return { ...office.world.notes, [Symbol.asyncDispose]: () => office[Symbol.asyncDispose]() }
}

verify('notes in MongoDB', notesContract, { open: notesIn(mongoDbOffice), given })
verify('notes in DynamoDB', notesContract, { open: notesIn(dynamoDbOffice), given })
