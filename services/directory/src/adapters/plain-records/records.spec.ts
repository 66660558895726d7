import { randomBytes } from 'node:crypto'
import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import type { PlainRecords } from '@awayday/plain-records'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { cardsContract } from '#ports/cards.contract.ts'
import { mailSecretsContract } from '#ports/mail-secrets.contract.ts'
import { sessionsContract } from '#ports/sessions.contract.ts'
import { recordedCards } from './cards.ts'
import { recordedMailSecrets } from './mail-secrets.ts'
import { recordedSessions } from './sessions.ts'

const open =
  <Port extends object>(portOf: (records: PlainRecords) => Port) =>
  async () => {
    const db = openDatabase(':memory:')
    return { ...portOf(sqlitePlainRecords(db)), [Symbol.asyncDispose]: async () => db.close() }
  }

verify('cards on sqlite', cardsContract, { open: open(recordedCards), given })
verify('sessions on sqlite', sessionsContract, { open: open(recordedSessions), given })
verify('mail secrets on sqlite', mailSecretsContract, {
  open: open((records) => recordedMailSecrets(records, () => randomBytes(32).toString('base64url'))),
  given,
})
