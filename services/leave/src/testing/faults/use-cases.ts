import { leavingOut } from '@awayday/faults'
import type { Actor } from '@awayday/kernel'
import type { UseCase } from '@awayday/stores/testing'
import { certifySickness } from '#application/certify-sickness.ts'
import { cancelDays, editLeave } from '#application/change-leave.ts'
import { closeYear } from '#application/close-year.ts'
import { closeYears } from '#application/close-years.ts'
import { saveSetting } from '#application/company/save-setting.ts'
import { sweep } from '#application/consumers.ts'
import { importCsv } from '#application/csv/import-csv.ts'
import {
  answerCover,
  approveCancellation,
  approveLeave,
  cancelLeave,
  declineCancellation,
  declineLeave,
  keepLeave,
  withdrawLeave,
} from '#application/decide-leave.ts'
import { departmentChanged } from '#application/departments.ts'
import { nameDeputy, removeDeputy } from '#application/deputies.ts'
import { enterLeave, recordSickness } from '#application/enter-leave.ts'
import { credit, payOut, recordWork } from '#application/entitle.ts'
import { pass } from '#application/pass.ts'
import { personChanged } from '#application/person-changed.ts'
import { purgeNotes } from '#application/purge-notes.ts'
import { requestLeave } from '#application/request-leave.ts'
import { revokeEntry } from '#application/revoke-entry.ts'
import { warn } from '#application/warn.ts'
import type { World } from '#ports/world.ts'
import { day, metaOf } from '#testing/office.ts'
import { approve, ask, save, settingWish } from '#testing/settings.ts'
import type { FaultyOffice } from './ground.ts'

type Given = (office: FaultyOffice) => Promise<UseCase<World>>

/** Who asks in what is tried; the key is always the same. */
const asked = <Input>(office: FaultyOffice, actor: Actor, input: Input) => ({
  actor,
  meta: metaOf(office, 'tried', { actor: actor.person }),
  input,
})
/** What was asked before, with a key of its own. */
const before = <Input>(office: FaultyOffice, actor: Actor, key: string, input: Input) => ({
  actor,
  meta: metaOf(office, key, { actor: actor.person }),
  input,
})
const done = async <T>(
  doing: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>,
): Promise<T> => {
  const result = await doing
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result)}`)
}

const range = (first: string, last = first) =>
  ({ kind: 'range', first: day(first), firstPart: 'whole', last: day(last), lastPart: 'whole' }) as const
const wish = (first: string, last = first) => ({
  leaveType: 'vacation',
  dates: range(first, last),
  cover: null,
  exception: false,
  certificate: false,
  reason: 'A wedding',
})

/** Ana's request of 1 to 3 June, which Ben is to decide about. */
const june = async (office: FaultyOffice) => ({
  person: office.ana.person,
  request: await ask(office, office.ana, '2026-06-01', '2026-06-03'),
})
const juneApproved = async (office: FaultyOffice) => {
  const about = await june(office)
  await done(approve(office, office.ben, office.ana, about.request))
  return about
}
const juneToBeCancelled = async (office: FaultyOffice) => {
  await save(office, { kind: 'approval', id: 'all', document: { cancellation: 'approval' } })
  const about = await juneApproved(office)
  await done(cancelLeave(office.world)(before(office, office.ana, 'cancel', about)))
  return about
}
const grant = ({ ana }: FaultyOffice) =>
  ({
    person: ana.person,
    leaveType: 'vacation',
    source: 'toil',
    amount: { unit: 'day', n: 20_000 },
    from: day('2026-05-04'),
    until: null,
    override: false,
    reason: 'The fair',
  }) as const
const sick = ({ ana }: FaultyOffice) => ({
  person: ana.person,
  leaveType: 'sick',
  dates: range('2026-05-04', '2026-05-05'),
  cover: null,
  reason: null,
  certificate: null,
})
const thirtyDays = {
  kind: 'policy',
  id: 'generous',
  document: { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 30 }] } } },
} as const

/** By the exported function that is tried, and what is special about the try. What an office has before is done quietly. */
export const useCases: Readonly<Record<string, Given>> = {
  requestLeave: async (office) => ({
    run: (world) => requestLeave(world)(asked(office, office.ana, wish('2026-06-01', '2026-06-03'))),
  }),
  'requestLeave: refused': async (office) => ({
    run: (world) => requestLeave(world)(asked(office, office.ana, wish('2026-06-01', '2026-09-30'))),
  }),
  approveLeave: async (office) => {
    const about = await june(office)
    const input = { ...about, answer: 'Enjoy it', inSpiteOf: [] }
    return { run: (world) => approveLeave(world)(asked(office, office.ben, input)) }
  },
  'approveLeave: their own': async (office) => {
    const about = await june(office)
    const input = { ...about, answer: 'Enjoy it', inSpiteOf: [] }
    return { run: (world) => approveLeave(world)(asked(office, office.ana, input)) }
  },
  declineLeave: async (office) => {
    const input = { ...(await june(office)), answer: 'The fair is that week' }
    return { run: (world) => declineLeave(world)(asked(office, office.ben, input)) }
  },
  withdrawLeave: async (office) => {
    const about = await june(office)
    return { run: (world) => withdrawLeave(world)(asked(office, office.ana, about)) }
  },
  cancelLeave: async (office) => {
    const about = await juneApproved(office)
    return { run: (world) => cancelLeave(world)(asked(office, office.ana, about)) }
  },
  approveCancellation: async (office) => {
    const input = { ...(await juneToBeCancelled(office)), answer: null }
    return { run: (world) => approveCancellation(world)(asked(office, office.ben, input)) }
  },
  declineCancellation: async (office) => {
    const input = { ...(await juneToBeCancelled(office)), answer: 'Too late' }
    return { run: (world) => declineCancellation(world)(asked(office, office.ben, input)) }
  },
  keepLeave: async (office) => {
    const about = await juneToBeCancelled(office)
    return { run: (world) => keepLeave(world)(asked(office, office.ana, about)) }
  },
  answerCover: async (office) => {
    const covered = { ...wish('2026-06-01'), cover: office.dora.person }
    const { request } = await done(requestLeave(office.world)(before(office, office.ana, 'covered', covered)))
    const input = { person: office.ana.person, request, agrees: true }
    return { run: (world) => answerCover(world)(asked(office, office.dora, input)) }
  },
  editLeave: async (office) => {
    const input = { ...(await june(office)), dates: range('2026-06-08', '2026-06-09'), cover: null }
    return { run: (world) => editLeave(world)(asked(office, office.ana, input)) }
  },
  cancelDays: async (office) => {
    const about = await juneApproved(office)
    const input = { ...about, days: [{ day: day('2026-06-02'), part: 'whole' } as const] }
    return { run: (world) => cancelDays(world)(asked(office, office.ana, input)) }
  },
  enterLeave: async (office) => {
    const { exception: _, ...leave } = wish('2026-06-01')
    return {
      run: (world) => enterLeave(world)(asked(office, office.ben, { ...leave, person: office.ana.person })),
    }
  },
  recordSickness: async (office) => ({
    run: (world) => recordSickness(world)(asked(office, office.ana, sick(office))),
  }),
  certifySickness: async (office) => {
    const recorded = await done(recordSickness(office.world)(before(office, office.ana, 'sick', sick(office))))
    const certificate = { first: day('2026-05-04'), last: day('2026-05-05') }
    const input = { person: office.ana.person, request: recorded.request, certificate }
    return { run: (world) => certifySickness(world)(asked(office, office.clara, input)) }
  },
  credit: async (office) => ({ run: (world) => credit(world)(asked(office, office.clara, grant(office))) }),
  payOut: async (office) => {
    const amount = { unit: 'day', n: 10_000 } as const
    const input = { person: office.ana.person, leaveType: 'vacation', amount, reason: 'They leave' }
    return { run: (world) => payOut(world)(asked(office, office.clara, input)) }
  },
  recordWork: async (office) => {
    const input = { person: office.ana.person, first: day('2026-05-01'), last: day('2026-05-01'), minutes: 480 }
    return { run: (world) => recordWork(world)(asked(office, office.clara, input)) }
  },
  revokeEntry: async (office) => {
    const { id } = await done(credit(office.world)(before(office, office.clara, 'credit', grant(office))))
    const input = { kind: 'credit', id, person: office.ana.person, override: false, reason: 'A mistake' } as const
    return { run: (world) => revokeEntry(world)(asked(office, office.clara, input)) }
  },
  nameDeputy: async (office) => ({ run: (world) => nameDeputy(world)(asked(office, office.ben, deputy(office))) }),
  removeDeputy: async (office) => {
    await done(nameDeputy(office.world)(before(office, office.ben, 'named', deputy(office))))
    return { run: (world) => removeDeputy(world)(asked(office, office.ben, deputy(office))) }
  },
  closeYear: async (office) => {
    office.clock.set('2027-02-01T08:00:00.000Z')
    const input = { person: office.ana.person, leaveType: 'vacation', last: day('2026-12-31') }
    return { run: (world) => closeYear(world)(asked(office, office.clara, input)) }
  },
  closeYears: async (office) => {
    office.clock.set('2027-02-01T08:00:00.000Z')
    const ended = { first: day('2026-12-01'), last: day('2026-12-31') }
    const input = { leaveType: 'vacation', ended, dryRun: false, after: null }
    return {
      run: (world) => closeYears(world)(asked(office, office.clara, input)),
      alike: (told) => leavingOut(told, ['years']), // a try tells what was still to be done
    }
  },
  saveSetting: async (office) => {
    const input = await settingWish(office, thirtyDays)
    return { run: (world) => saveSetting(world)(asked(office, office.clara, input)) }
  },
  importCsv: async (office) => {
    const csv = `person;leaveType;first;last;status;decidedBy;amount
${office.ana.person};vacation;2026-03-02;2026-03-06;;${office.ben.person};5
${office.ana.person};vacation;2026-06-01;2026-06-02;pending;;
${office.dora.person};vacation;2026-04-01;;declined;;1,0
`
    const input = { kind: 'leave', csv, dryRun: false, people: [] } as const
    return { run: (world) => broughtIn(importCsv(world)(asked(office, office.clara, input))), alike: inAllTries }
  },
  'importCsv: settings': async (office) => {
    const csv = 'id;mon;from\nfour;8;2026-06-01\nfive;7;2026-07-01\n'
    const input = { kind: 'schedules', csv, dryRun: false, people: [] } as const
    return { run: (world) => broughtIn(importCsv(world)(asked(office, office.clara, input))), alike: inAllTries }
  },
  personChanged: async (office) => ({
    run: (world) => personChanged(world)(fromDirectory(office), joined, 100),
  }),
  'personChanged: who moves where another policy holds': async (office) => {
    await save(office, { ...thirtyDays, appliesTo: { teams: ['sales'] } })
    const moved = { ...joined, type: 'PersonMoved', person: office.ana.person, from: day('2026-08-01') } as const
    return {
      run: (world) => personChanged(world)(fromDirectory(office), moved, 200),
      alike: (told) => leavingOut(told, ['command']), // its key names what was read
    }
  },
  departmentChanged: async (office) => {
    const board = { type: 'DepartmentChanged', department: 'board', parent: null, head: office.ben.person } as const
    return { run: (world) => departmentChanged(world)(fromDirectory(office), board, 100) }
  },
  sweep: async (office) => {
    await juneApproved(office)
    await save(office, thirtyDays)
    return { run: sweep }
  },
  'sweep: of a deputy': async (office) => {
    await june(office)
    await sweep(office.world)
    await done(nameDeputy(office.world)(before(office, office.ben, 'named', deputy(office))))
    return { run: sweep }
  },
  pass: async (office) => {
    await june(office)
    await sweep(office.world)
    await done(nameDeputy(office.world)(before(office, office.ben, 'named', deputy(office))))
    office.clock.set('2026-05-07T08:00:00.000Z')
    return { run: pass, again: true }
  },
  warn: async (office) => {
    office.clock.set('2026-12-01T08:00:00.000Z')
    return { run: warn, again: true }
  },
  purgeNotes: async (office) => {
    await done(requestLeave(office.world)(before(office, office.ana, 'kept', wish('2026-06-01'))))
    const lost = { person: office.ana.person, text: 'Not taken' }
    await office.world.notes.write(office.tenant, 'lost', lost, office.clock.now())
    office.clock.set('2026-05-06T08:00:00.000Z')
    return { run: purgeNotes, again: true }
  },
}

const deputy = ({ dora }: FaultyOffice) => ({
  person: null,
  deputy: dora.person,
  first: day('2026-05-05'),
  last: day('2026-05-08'),
})

const joined = {
  type: 'PersonJoined',
  person: 'eve' as Actor['person'],
  from: day('2026-06-01'),
  team: 'sales',
  location: 'lisbon',
  country: 'PT',
  zone: 'Europe/Lisbon',
  department: null,
  labels: [],
  approver: null,
} as const
const fromDirectory = (office: FaultyOffice) => metaOf(office, 'tried', { actor: 'system:awayday.directory' })

/** A file in which nothing is wrong. */
const broughtIn = async (bringing: ReturnType<ReturnType<typeof importCsv>>) => {
  const told = await bringing
  if (told.ok && told.value.problems.length > 0) throw new Error(JSON.stringify(told.value.problems))
  return told
}

/** A file tells what this very try brought in, not what a try before it did, of which nobody was told. */
const inAllTries = (told: unknown): unknown => leavingOut(told, ['created', 'unchanged', 'written'])
