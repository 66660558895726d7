import { onTrial } from '@awayday/contract-testing'
import { type Given, given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import type { TenantId } from '@awayday/kernel'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { recordedMailSecrets } from '#adapters/plain-records/mail-secrets.ts'
import { mailSecretsContract } from './mail-secrets.contract.ts'
import type { MailSecrets } from './mail-secrets.port.ts'

let secrets = 0
const unguessable = () => `${++secrets}`.padStart(43, '0')

onTrial<MailSecrets, Given>('the contract of mail secrets', mailSecretsContract, {
  open: async () => recordedMailSecrets(sqlitePlainRecords(openDatabase(':memory:')), unguessable),
  given,
  saboteurs: {
    'makes a new one each time': () => ({ of: async () => unguessable() }),
    'has one for all': (honest) => ({ of: () => honest.of('one' as TenantId) }),
    'answers everybody who asks first with their own': (honest) => {
      const known = new Set<string>()
      return {
        of: async (tenant) => {
          const first = !known.has(tenant)
          const secret = await honest.of(tenant)
          known.add(tenant)
          return first ? `${secret}${unguessable()}` : secret
        },
      }
    },
  },
})
