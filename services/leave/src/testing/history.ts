import { approveLeave, cancelLeave, declineLeave, withdrawLeave } from '#application/decide-leave.ts'
import { requestLeave } from '#application/request-leave.ts'
import type { Range } from '#domain/time/absence.ts'
import { day, metaOf, type Office, settled, told } from './office.ts'
import { save } from './settings.ts'

/** What people said and wrote, which no event, view, message or registry may hold: notes and documents do. */
export const said = ['Hochzeit in Évora 💍', 'Enjoy it', 'The fair is that week', 'Ana is in hospital'] as const
/** What nobody took, and so nothing holds. */
export const unheard = 'A reason for what is refused'

/** A spring in the office: every kind of event, each way a request can end, and a refusal. */
export const spring = async (office: Office): Promise<void> => {
  const { world, tenant, clock, ana, ben, dora } = office
  const meta = (key: string, actor = ana) => metaOf({ tenant, clock }, key, { actor: actor.person })
  const ask = async (key: string, range: Range, reason: string | null = null) => {
    const asked = await requestLeave(world)({
      actor: ana,
      meta: meta(key),
      input: {
        leaveType: 'vacation',
        dates: { kind: 'range', ...range },
        cover: null,
        exception: false,
        certificate: false,
        reason,
      },
    })
    return asked.ok ? asked.value.request : ''
  }
  const about = (request: string) => ({ person: ana.person, request })
  const whole = (first: string, last: string): Range => ({
    first: day(first),
    firstPart: 'whole',
    last: day(last),
    lastPart: 'whole',
  })

  const wedding = await ask('wedding', { ...whole('2026-06-01', '2026-06-05'), firstPart: 'pm' }, said[0])
  await approveLeave(world)({
    actor: ben,
    meta: meta('yes', ben),
    input: { ...about(wedding), answer: said[1], inSpiteOf: [] },
  })
  clock.set('2026-05-05T09:30:00.123Z')
  const fair = await ask('fair', whole('2026-09-14', '2026-09-18'))
  await declineLeave(world)({ actor: ben, meta: meta('no', ben), input: { ...about(fair), answer: said[2] } })
  const bridge = await ask('bridge', whole('2026-05-15', '2026-05-15'))
  await withdrawLeave(world)({ actor: ana, meta: meta('back'), input: about(bridge) })
  await cancelLeave(world)({ actor: ana, meta: meta('off'), input: about(wedding) })
  await ask('refused', whole('2026-05-16', '2026-05-17'), unheard)
  const closed = { kind: 'blackout', days: ['2026-10-12'] }
  await save(office, { kind: 'rules', id: 'all', document: [{ id: 'closed', name: said[3], rule: closed }] })
  for (const _try of [1, 2]) await ask('closed', whole('2026-10-12', '2026-10-12'))
  await ask('pending', whole('2026-08-03', '2026-08-21'))
  const berlin = { team: 'sales', location: 'berlin', country: 'DE', zone: 'Europe/Berlin' }
  const place = { ...berlin, department: 'sales', labels: ['first-aid'], approver: ben.person }
  const moved = { type: 'PersonMoved', person: ana.person, from: day('2026-08-10'), ...place } as const
  await told(office, `person/${ana.person}@2.0`, moved)
  const left = { type: 'PersonLeft', person: dora.person, on: day('2026-09-30') } as const
  await told(office, `person/${dora.person}@2.0`, left)
  await settled(office)
}
