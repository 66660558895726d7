import { onTrial } from '@awayday/contract-testing'
import { type Given, given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import type { Instant, TenantId } from '@awayday/kernel'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { recordedCards } from '#adapters/plain-records/cards.ts'
import { cardsContract } from './cards.contract.ts'
import type { Cards } from './cards.port.ts'

const writtenAt = '2026-03-02T09:00:00.000Z' as Instant

onTrial<Cards, Given>('the contract of cards', cardsContract, {
  open: async () => recordedCards(sqlitePlainRecords(openDatabase(':memory:'))),
  given,
  saboteurs: {
    'lets the last writer win': (honest) => ({
      ...honest,
      save: async (tenant, person, card) => honest.save(tenant, person, card, (await honest.load(tenant, person)).rev),
    }),
    'purges whatever it finds': (honest) => ({
      ...honest,
      purge: async (tenant, person) => honest.purge(tenant, person, (await honest.load(tenant, person)).rev),
    }),
    'purges by writing empty texts': (honest) => ({
      ...honest,
      purge: (tenant, person, seen) => honest.save(tenant, person, { name: '', mail: '', writtenAt }, seen),
    }),
    'forgets that something was purged': (honest) => ({
      ...honest,
      load: async (tenant, person) => {
        const found = await honest.load(tenant, person)
        return found.card ? found : { rev: 0 }
      },
    }),
    'has a blank card for everybody': (honest) => ({
      ...honest,
      load: async (tenant, person) => {
        const found = await honest.load(tenant, person)
        return found.rev === 0 ? { rev: 0, card: { name: '', mail: '', writtenAt } } : found
      },
    }),
    'loses the mail': (honest) => ({
      ...honest,
      save: (tenant, person, card, seen) => honest.save(tenant, person, { ...card, mail: '' }, seen),
    }),
    'mixes companies': (honest) => ({ ...honest, all: (tenant) => honest.all(`${tenant}a` as TenantId) }),
  },
})
