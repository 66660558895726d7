import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { documentsContract } from '#ports/documents.contract.ts'
import { dynamoDbOffice, mongoDbOffice, type StoredOffice } from '#testing/offices.ts'

const documentsIn = (open: () => Promise<StoredOffice>) => async () => {
  const office = await open()
  return { ...office.world.documents, [Symbol.asyncDispose]: () => office[Symbol.asyncDispose]() }
}

verify('documents in MongoDB', documentsContract, { open: documentsIn(mongoDbOffice), given })
verify('documents in DynamoDB', documentsContract, { open: documentsIn(dynamoDbOffice), given })
