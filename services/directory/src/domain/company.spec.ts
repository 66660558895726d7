import { deciderLaws, specOf } from '@awayday/event-sourcing/testing'
import type { PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { companyCodec } from '#wire/events.ts'
import { type Command, company, type Event } from './company.ts'

const [ana, ben] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
const founded: Event = { type: 'CompanyFounded', name: 'Acme' }
const anaIsAdmin: Event = { type: 'AdminGranted', person: ana }
const benIsAdmin: Event = { type: 'AdminGranted', person: ben }
const given = specOf(company)

describe('a company', () => {
  test('is founded', () => given().when({ type: 'Found', name: 'Acme' }).yields(founded))
  test('is founded once', () => given(founded).when({ type: 'Found', name: 'Acme' }).yields())
  test('that is not there has no admins', () =>
    given().when({ type: 'GrantAdmin', person: ana, against: null }).refuses({ type: 'UnknownCompany' }))
  test('makes somebody an admin', () =>
    given(founded).when({ type: 'GrantAdmin', person: ana, against: null }).yields(anaIsAdmin))
  test('makes somebody an admin once', () =>
    given(founded, anaIsAdmin).when({ type: 'GrantAdmin', person: ana, against: null }).yields())
  test('makes nobody an admin who is not there', () => {
    const against = { type: 'UnknownPerson', person: ana } as const
    given(founded).when({ type: 'GrantAdmin', person: ana, against }).refuses(against)
  })
  test('takes the role away', () =>
    given(founded, anaIsAdmin, benIsAdmin)
      .when({ type: 'RevokeAdmin', person: ana })
      .yields({ type: 'AdminRevoked', person: ana }))
  test('has nothing to take from somebody who is no admin', () =>
    given(founded, anaIsAdmin).when({ type: 'RevokeAdmin', person: ben }).yields())
  test('keeps its last admin', () =>
    given(founded, anaIsAdmin).when({ type: 'RevokeAdmin', person: ana }).refuses({ type: 'LastAdmin', person: ana }))
})

const people = fc.constantFrom(ana, ben, 'carla' as PersonId)
const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('Found' as const), name: fc.string() }),
  fc.record({ type: fc.constant('GrantAdmin' as const), person: people, against: fc.constant(null) }),
  fc.record({ type: fc.constant('RevokeAdmin' as const), person: people }),
)
const laws = { decider: company, codec: companyCodec, commands }

describe('the laws of a company', () => {
  test.each(Object.entries(deciderLaws(laws)))('%s', (_law, holds) => holds())

  test('one that has had an admin always has one', () => {
    const neverWithout = (given: readonly Command[]) => {
      let state = company.initial
      let had = false
      for (const command of given) {
        const decided = company.decide(command, state)
        if (decided.ok) state = decided.value.reduce(company.evolve, state)
        had ||= state.admins.length > 0
        if (had && state.admins.length === 0) return false
      }
      return true
    }
    fc.assert(fc.property(fc.array(commands, { maxLength: 30 }), neverWithout))
  })
})
