import { randomBytes } from 'node:crypto'
import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import type { PlainRecords } from '@awayday/plain-records'
import { cardsContract } from '#ports/cards.contract.ts'
import { mailSecretsContract } from '#ports/mail-secrets.contract.ts'
import { sessionsContract } from '#ports/sessions.contract.ts'
import { onDynamoDb, onMongoDb, type TestStore } from '#testing/stores.ts'
import { recordedCards } from './cards.ts'
import { recordedMailSecrets } from './mail-secrets.ts'
import { recordedSessions } from './sessions.ts'

const over =
  (on: () => Promise<TestStore>) =>
  <Port extends object>(portOf: (records: PlainRecords) => Port) =>
  async (): Promise<Port & AsyncDisposable> => {
    const opened = await on()
    return { ...portOf(opened.store.records), [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() }
  }
const unguessable = () => randomBytes(32).toString('base64url')

for (const [name, on] of Object.entries({ mongodb: onMongoDb, dynamodb: onDynamoDb })) {
  const open = over(on)
  verify(`cards on ${name}`, cardsContract, { open: open(recordedCards), given })
  verify(`sessions on ${name}`, sessionsContract, { open: open(recordedSessions), given })
  verify(`mail secrets on ${name}`, mailSecretsContract, {
    open: open((records) => recordedMailSecrets(records, unguessable)),
    given,
  })
}
