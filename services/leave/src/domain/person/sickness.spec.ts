import { days } from '@awayday/kernel'
import { describe, test } from 'vitest'
import type { CommandOf } from './commands.ts'
import type { Event } from './events.ts'
import {
  ana,
  approved,
  ben,
  cancelled,
  clara,
  context,
  datesOf,
  day,
  dora,
  employed,
  given,
  givenIn,
  range,
  requested,
  today,
} from './person.given.ts'

const overLeave = { kind: 'givesBack', leaveTypes: null, certificate: 'needed', fromDay: 1 } as const
const vacation = requested('r1', range('2026-06-01', '2026-06-03'))
const accepted = [...employed, vacation, approved('r1')] as const
const whole = (date: string) => ({ day: day(date), part: 'whole', unit: 'day', n: 10_000 }) as const
const certificate = { first: day('2026-06-02'), last: day('2026-06-05') }

const record = (different: Partial<CommandOf<'RecordSickness'>> = {}): CommandOf<'RecordSickness'> => ({
  type: 'RecordSickness',
  request: 's1',
  leaveType: 'sick',
  dates: datesOf(range('2026-06-02', '2026-06-05')),
  cover: null,
  note: null,
  certificate,
  by: ben,
  on: today,
  as: ['employee'],
  ...different,
})
const recorded = (different: Partial<CommandOf<'RecordSickness'>> = {}): Event => {
  const { as, ...asking } = record(different)
  const charges = ['2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05'].map(whole)
  return { ...asking, type: 'SicknessRecorded', charges, overLeave }
}
const givenBack = (...left: readonly string[]): Event => ({
  type: 'LeaveRecharged',
  proposals: [],
  leaves: [{ request: 'r1', charges: left.map(whole) }],
  because: { kind: 'sickness', document: 's1', version: 0 },
})

test('sickness names nobody to take the work over who cannot', () => {
  given(...accepted)
    .when(record({ cover: ana }))
    .refuses({ type: 'OwnCover' })
  given(...accepted)
    .when(record({ cover: dora }))
    .refuses({ type: 'CoverAway', cover: dora, on: day('2026-06-02') })
})

describe('certified sickness', () => {
  test('gives back the days of leave it lies over (BUrlG § 9, CJEU C-277/08)', () =>
    given(...accepted)
      .when(record())
      .yields(recorded(), givenBack('2026-06-01')))

  test('gives half a day back for a half', () =>
    given(...accepted)
      .when(record({ dates: datesOf(range('2026-06-03 pm')) }))
      .yields(
        {
          ...recorded({ dates: datesOf(range('2026-06-03 pm')) }),
          charges: [{ ...whole('2026-06-03'), part: 'pm', n: 5_000 }],
        } as Event,
        {
          type: 'LeaveRecharged',
          proposals: [],
          leaves: [
            {
              request: 'r1',
              charges: [whole('2026-06-01'), whole('2026-06-02'), { ...whole('2026-06-03'), part: 'am', n: 5_000 }],
            },
          ],
          because: { kind: 'sickness', document: 's1', version: 0 },
        },
      ))

  test('makes room for other leave', () => {
    const later = requested('r2', range('2026-07-01', '2026-07-02'))
    given(...accepted, later)
      .when({ type: 'Approve', request: 'r2', by: ben, on: today, as: [], inSpiteOf: [], note: null })
      .refuses({ type: 'NotEnoughLeft', asked: days(2), available: days(0), on: day('2026-07-01') })
    given(...accepted, recorded(), givenBack('2026-06-01'), later)
      .when({ type: 'Approve', request: 'r2', by: ben, on: today, as: [], inSpiteOf: [], note: null })
      .yields(approved('r2'))
  })

  test('that is cancelled takes them again', () =>
    given(...accepted, recorded(), givenBack('2026-06-01'))
      .when({ type: 'Cancel', request: 's1', by: ben, on: today, as: [], note: null })
      .yields(cancelled('s1', ben), {
        type: 'LeaveRecharged',
        proposals: [],
        leaves: [{ request: 'r1', charges: ['2026-06-01', '2026-06-02', '2026-06-03'].map(whole) }],
        because: { kind: 'leave', document: 's1', version: 0 },
      }))

  test('is recorded once', () =>
    given(...accepted, recorded(), givenBack('2026-06-01'))
      .when(record())
      .yields())

  test('may fall on free days', () => {
    const weekend = { dates: datesOf(range('2026-06-06', '2026-06-07')) }
    given(...accepted)
      .when(record(weekend))
      .yields({ ...recorded(weekend), charges: [] } as Event)
  })
})

describe('sickness', () => {
  test('without a certificate gives nothing back', () =>
    given(...accepted)
      .when(record({ certificate: null }))
      .yields(recorded({ certificate: null })))

  test('is recorded by the person too, and by an admin', () => {
    given(...accepted)
      .when(record({ by: ana }))
      .yields(recorded({ by: ana }), givenBack('2026-06-01'))
    given(...accepted)
      .when(record({ by: clara, as: ['admin'] }))
      .yields(recorded({ by: clara }), givenBack('2026-06-01'))
  })

  test('is not recorded by a colleague', () =>
    given(...accepted)
      .when(record({ by: dora }))
      .refuses({ type: 'NotYours', person: ana }))

  test('whose certificate comes later gives back what it would have given back at once', () => {
    const waiting = given(...accepted, recorded({ certificate: null }))
    const certify: CommandOf<'CertifySickness'> = {
      type: 'CertifySickness',
      request: 's1',
      certificate,
      by: ana,
      on: day('2026-06-08'),
      as: [],
    }
    const { as, ...said } = certify
    const certified: Event = { ...said, type: 'SicknessCertified' }
    waiting.when(certify).yields(certified, givenBack('2026-06-01'))
    given(...accepted, recorded({ certificate: null }), certified, givenBack('2026-06-01'))
      .when(certify)
      .yields()
    waiting.when({ ...certify, by: dora }).refuses({ type: 'NotYours', person: ana })
    waiting.when({ ...certify, request: 'r1' }).refuses({ type: 'NotSickness', leaveType: 'vacation' })
    waiting.when({ ...certify, request: 's2' }).refuses({ type: 'NotRequested', request: 's2' })
    const backwards = { first: certificate.last, last: certificate.first }
    waiting.when({ ...certify, certificate: backwards }).refuses({ type: 'EndBeforeStart', ...backwards })
  })

  test('takes leave again that an earlier certificate gave back, where the new one covers less', () => {
    const shorter = { first: day('2026-06-03'), last: day('2026-06-05') }
    const certify = { request: 's1', certificate: shorter, by: ben, on: day('2026-06-08') }
    given(...accepted, recorded(), givenBack('2026-06-01'))
      .when({ type: 'CertifySickness', ...certify, as: [] })
      .yields({ type: 'SicknessCertified', ...certify }, givenBack('2026-06-01', '2026-06-02'))
  })

  test('that was cancelled is not certified', () =>
    given(...employed, recorded({ certificate: null }), cancelled('s1', ben))
      .when({ type: 'CertifySickness', request: 's1', certificate, by: ana, on: today, as: [] })
      .refuses({ type: 'AlreadyDecided', request: 's1', outcome: 'cancelled', by: ben, on: today }))

  test('clashes with other sickness', () => {
    const first = { type: 'Overlaps', request: 's1', ...range('2026-06-02', '2026-06-05') } as const
    given(...employed, recorded())
      .when(record({ request: 's2' }))
      .refuses(first)
  })

  test('clashes with leave where its type says so', () => {
    const refusing = {
      ...context,
      company: {
        ...context.company,
        leaveTypes: context.company.leaveTypes.map((type) =>
          type.sickness ? { ...type, sickness: { ...type.sickness, overLeave: { kind: 'refused' } as const } } : type,
        ),
      },
    }
    givenIn(refusing)(...accepted)
      .when(record())
      .refuses({ type: 'Overlaps', request: 'r1', ...range('2026-06-01', '2026-06-03') })
  })

  test('is recorded as such when it is asked for, or entered, like other leave', () => {
    const { certificate: _, type, ...wish } = record()
    const all = { first: day('2026-06-02'), last: day('2026-06-05') }
    given(...accepted)
      .when({ type: 'Request', ...wish, certificate: true, exception: false, by: ana })
      .yields(recorded({ certificate: all, by: ana }), givenBack('2026-06-01'))
    given(...accepted)
      .when({ type: 'Enter', ...wish, certificate: false })
      .yields(recorded({ certificate: null }))
    given(...accepted)
      .when({ type: 'Request', ...wish, certificate: false, exception: false, by: dora })
      .refuses({ type: 'NotYours', person: ana })
  })

  test('is of a type that is sickness', () =>
    given(...employed)
      .when(record({ leaveType: 'unpaid' }))
      .refuses({ type: 'NotSickness', leaveType: 'unpaid' }))
})
