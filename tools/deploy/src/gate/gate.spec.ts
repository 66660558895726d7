import { describe, expect, test } from 'vitest'
import type { ServiceArtifact } from '../build/artifact.ts'
import { built } from '../testing/deployed.ts'
import { gate } from './gate.ts'

const { directory, leave, dashboard } = built
const without = (type: string, member: string): ServiceArtifact => {
  const publishes = directory.contract?.publishes ?? {}
  const { [member]: _, ...properties } = publishes[type]?.properties ?? {}
  const required = publishes[type]?.required?.filter((name) => name !== member) ?? []
  return {
    ...directory,
    contract: { publishes: { ...publishes, [type]: { ...publishes[type], properties, required } } },
  }
}
const asking = (service: ServiceArtifact, schema: string): ServiceArtifact => ({ ...service, schema })

describe('services fit together', () => {
  test('as they are', () => expect(gate(Object.values(built))).toEqual([]))

  test('whatever is published besides', () => {
    const contract = { publishes: { ...directory.contract?.publishes, PersonRenamed: { type: 'object' } } }
    expect(gate([{ ...directory, contract }, leave, dashboard])).toEqual([])
  })
})

describe('services do not fit together, and what breaks is named,', () => {
  test.each<readonly [string, readonly ServiceArtifact[], string]>([
    [
      'where a member that another relies on is gone',
      [without('PersonMoved', 'approver'), leave, dashboard],
      'leave relies on what directory publishes: PersonMoved.approver is not published',
    ],
    [
      'where an event is gone',
      [
        { ...directory, contract: { publishes: { ...directory.contract?.publishes, PersonLeft: undefined } } } as never,
        leave,
        dashboard,
      ],
      'leave relies on what directory publishes: PersonLeft is not published',
    ],
    [
      'where a publisher is missing',
      [leave],
      'leave relies on what directory publishes, which is not among these services',
    ],
    [
      'where the web app asks for a field that is gone',
      [directory, asking(leave, leave.schema?.replace(/^ {2}askedOn: Date!$/m, '') ?? ''), dashboard],
      'what dashboard asks: Cannot query field "askedOn" on type "LeaveRequest".',
    ],
    [
      'where two answer one field',
      [asking(directory, `${directory.schema}\nextend type Query { balances: Int }`), leave],
      'the schemas do not become one: Query.balances is declared by directory and by leave',
    ],
    [
      'where a live field hands on what is not published',
      [directory, { ...leave, contract: { ...leave.contract, publishes: {} } }],
      'Subscription.leaveChanged hands on LeaveViewsChanged.version, which leave does not publish',
    ],
  ])('%s', (_where, services, sentence) => expect(gate(services)).toContain(sentence))
})
