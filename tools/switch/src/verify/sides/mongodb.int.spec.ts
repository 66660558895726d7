import { verify } from '@awayday/contract-testing'
import { mongoDatabase } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { twice } from '../testing/twice.ts'
import { sideContract } from './side.contract.ts'

verify('the verifier on MongoDB', sideContract, {
  open: async () => {
    const mongo = await mongoDatabase()
    return twice('mongodb', { AWAYDAY_MONGODB_URL: mongo.url }, () => mongo[Symbol.asyncDispose]())
  },
  given,
})
