import type { ResolverEvent } from '@awayday/edge'
import type { UseCaseCosts } from '@awayday/event-sourcing/testing'
import type { Actor } from '@awayday/kernel'
import { sweep } from '#application/consumers.ts'
import { departmentChanged } from '#application/departments.ts'
import { pass } from '#application/pass.ts'
import { purgeNotes } from '#application/purge-notes.ts'
import { warn } from '#application/warn.ts'
import { day, joins, metaOf, type Office, told } from './office.ts'
import { type Payload, questions } from './questions.ts'

/** Every field of the service is asked, and every function that a schedule or a message starts is run. Nothing may be refused. */
export const useCases = async (
  office: Office,
  handler: (event: ResolverEvent) => Promise<unknown>,
  cost: UseCaseCosts<Office['world']>['cost'],
): Promise<void> => {
  const { world, tenant, clock, ana, ben, clara, dora } = office
  const { ask } = questions(handler, () => office)
  let keys = 0
  const taken = async (name: string, payload: Promise<Payload>): Promise<Payload> => {
    const { problem, mistakes } = (await payload) ?? {}
    if (problem || mistakes) throw new Error(`${name}: ${JSON.stringify(problem ?? mistakes)}`)
    return payload
  }
  const look = (name: string, args: Payload = {}, actor: Actor = ana, as = name) =>
    cost(as, () => taken(name, ask(`Query.${name}`, args, actor)))
  const change = (name: string, input: Payload, actor: Actor = ana, as = name) => {
    const key = `${++keys}`.padStart(36, '0') // as long as a random id
    return cost(as, () => taken(name, ask(`Mutation.${name}`, { input: { commandId: key, ...input } }, actor)))
  }
  const about = ({ request }: Payload) => ({ person: ana.person, request })
  const between = (first: string, last = first) => ({ first, firstPart: 'whole', last, lastPart: 'whole' })
  const vacation = { leaveType: 'vacation' }
  const wish = (first: string, last?: string): Payload => ({
    ...vacation,
    ...between(first, last),
    reason: 'A wedding',
  })
  const setting = { appliesTo: {}, from: '2026-01-01', id: 'all' }

  // A leave from its request to the change that is cancelled.
  await look('previewRequest', { input: wish('2026-06-01', '2026-06-05') })
  const wedding = await change('requestLeave', wish('2026-06-01', '2026-06-05'))
  await look('leaveRequest', about(wedding), ben)
  await look('waitingRequests', {}, ben)
  await look('waitingRequests', {}, clara, 'waitingRequests of an admin')
  await change('approveLeave', about(wedding), ben)
  await look('previewEdit', { input: { ...about(wedding), ...between('2026-06-01', '2026-06-08') } })
  await change('editLeave', { ...about(wedding), ...between('2026-06-01', '2026-06-08') })
  await change('declineLeave', about(wedding), ben)
  await change('cancelLeaveDays', { ...about(wedding), days: [{ day: '2026-06-05' }] })
  await change('cancelLeave', about(wedding))
  const bridge = await change(
    'requestLeave',
    { ...wish('2026-07-06'), reason: null, cover: dora.person },
    ana,
    'requestLeave with cover',
  )
  await look('coverRequests', {}, dora)
  await change('answerCover', { ...about(bridge), agrees: true }, dora)
  await change('withdrawLeave', about(bridge))
  await change('enterLeave', { ...wish('2026-08-03', '2026-08-07'), person: ana.person }, ben)

  // Who may cancel only with an approval.
  await look('settings', {}, clara)
  await look('settingSchema', { kind: 'approval' }, clara)
  const approval = { ...setting, kind: 'approval', document: '{"cancellation":"approval"}', seen: 0 }
  await change('saveSetting', approval, clara)
  const fair = await change('requestLeave', wish('2026-09-14', '2026-09-18'), ana, 'requestLeave under a setting')
  await change('approveLeave', about(fair), ben, 'approveLeave under a setting')
  for (const decision of ['keepLeave', 'declineCancellation', 'approveCancellation']) {
    await change('cancelLeave', about(fair), ana, `cancelLeave before ${decision}`)
    await change(decision, about(fair), decision === 'keepLeave' ? ana : ben)
  }
  const july = { kind: 'blackout', days: ['2026-07-01'] }
  const rules = {
    document: JSON.stringify([{ id: 'fair', name: 'Fair', rule: july }]),
    from: '2026-01-01',
    appliesTo: {},
  }
  await look('previewRules', { ...rules, first: '2026-07-01', last: '2026-07-31' }, clara)
  await look('blackoutDays', { first: '2026-07-01', last: '2026-07-31' })
  const { document } = await look('publicHolidays', { country: 'PT', firstYear: 2026, lastYear: 2026 }, clara)
  const calendar = { ...setting, kind: 'calendar', document, seen: 1 }
  await look('previewSetting', { input: calendar }, clara)
  await change('saveSetting', calendar, clara, 'saveSetting that everybody is told of')

  // Sickness, entitlement and figures.
  const ill = await change('recordSickness', { ...between('2026-05-04', '2026-05-05'), leaveType: 'sick' })
  const certificate = { first: '2026-05-04', last: '2026-05-05' }
  await change('certifySickness', { ...about(ill), certificate }, ben)
  const amount = {
    person: ana.person,
    ...vacation,
    source: 'manual',
    amount: '1',
    from: '2026-05-04',
    reason: 'Moved house',
  }
  const { id } = await change('credit', amount, ben)
  await change('revokeEntry', { person: ana.person, kind: 'credit', id, reason: 'By mistake' }, ben)
  await change('payOut', { person: ana.person, ...vacation, amount: '1', reason: 'Wished' }, clara)
  await change('recordWork', { person: ana.person, first: '2026-05-01', last: '2026-05-01', minutes: 60 }, ben)
  const ahead = { ...vacation, on: '2026-12-31' }
  await look('balances')
  await look('balancesOn', { ...vacation, on: ['2026-12-31'] })
  await look('explainFigure', { ...ahead, figure: 'available' })
  await look('grantsOfYear', ahead)
  await look('lossesAhead', { ...vacation, until: '2027-12-31' })
  await look('bradford', { person: ana.person }, clara)
  await look('usableIn', { ...vacation, first: '2026-10-01', last: '2026-10-31' })
  await look('whatIf', { input: { ...vacation, ...between('2026-10-01'), on: ['2026-12-31'] } })

  // What a company is told about itself.
  const june = { first: '2026-06-01', last: '2026-06-30' }
  await look('leaveTypes')
  await look('leaveRequests')
  await look('teamCalendar', { team: 'design', ...june })
  await look('dayView', { team: 'design', ...june })
  await look('whoIsAway', { team: 'design', ...june })
  await look('personFacts')
  await look('notices')
  const deputy = { deputy: dora.person, ...june }
  await change('nameDeputy', { ...deputy, person: ben.person }, ben)
  await look('deputies', {}, ben)
  await change('removeDeputy', { ...deputy, person: ben.person }, ben)
  const checked = await cost('checkSetting', () =>
    ask('Query.checkSetting', { kind: 'approval', document: '{}' }, clara),
  )
  if (!checked['document']) throw new Error('checkSetting: no document')

  // Files, and the end of a year.
  await look('exportCsv', { kind: 'leave' }, clara)
  const csv = `person;leaveType;first;last;status;decidedBy;amount\n${ana.person};vacation;2026-03-02;2026-03-06;;${ben.person};5`
  await change('importCsv', { kind: 'leave', csv, dryRun: true }, clara, 'importCsv, tried')
  await change('importCsv', { kind: 'leave', csv, dryRun: false }, clara)
  clock.set('2027-01-04T08:00:00.000Z')
  await change('closeYear', { person: ana.person, ...vacation, last: '2026-12-31' }, clara)
  await change('closeYears', { ...vacation, ended: { first: '2026-12-31', last: '2026-12-31' }, dryRun: false }, clara)

  // What nobody asks for.
  const newcomer = { ...dora, person: `e${dora.person.slice(1)}` as Actor['person'] }
  await cost('person-changed', () => joins(office, newcomer, ben.person, '2027-02-01'))
  const left = { type: 'PersonLeft', person: dora.person, on: day('2027-03-31') } as const
  await cost('person-changed, who left', () => told(office, `person/${dora.person}@2.0`, left))
  const sales = { type: 'DepartmentChanged', department: 'sales', name: 'Sales', parent: null, head: null } as const
  await cost('department-changed', () => departmentChanged(world)(metaOf({ tenant, clock }, 'sales'), sales, 100))
  await cost('pass', () => pass(world))
  await cost('warn', () => warn(world))
  await cost('purge-notes', () => purgeNotes(world))
  await cost('sweep', () => sweep(world))
}
