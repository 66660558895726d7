import type { PersonId } from '@awayday/kernel'
import { policyOn } from '#domain/entitlement/policy-on.ts'
import type { Facts } from '#domain/facts/facts.ts'
import { amountOf } from '#domain/person/amount-of.ts'
import { type Asked, byAcceptance, type State, stands } from '#domain/person/state.ts'
import { partText } from '#domain/time/part-text.ts'
import { amountCell, daysCell } from './cells.ts'
import type { EntryKind } from './entry-tables.ts'

export type Cells = Readonly<Record<string, string | null>>

/** What is known of somebody, as the rows that would bring it in. */
export const entryCells: { readonly [Kind in EntryKind]: (state: State, facts: Facts) => readonly Cells[] } = {
  // Leave is charged beside what was accepted before it.
  leave: ({ owner, requests }) => byAcceptance(requests).map((asked) => leaveCells(owner, asked)),

  credits: ({ owner, credits }, facts) =>
    credits.map(({ credit: id, leaveType, source, n, from, until, on }) => ({
      id,
      person: owner,
      leaveType,
      source,
      amount: amountCell({ unit: unitOn(facts, leaveType, from), n }),
      from,
      until,
      on,
      override: 'yes',
    })),

  payOuts: ({ owner, payOuts }, facts) =>
    payOuts.map(({ payOut: id, leaveType, n, on }) => ({
      id,
      person: owner,
      leaveType,
      amount: amountCell({ unit: unitOn(facts, leaveType, on), n }),
      on,
      override: 'yes',
    })),

  work: ({ owner, worked }) =>
    worked.map(({ record: id, first, last, minutes, on }) => ({
      id,
      person: owner,
      first,
      last,
      worked: `${minutes} min`,
      on,
    })),

  years: ({ owner, closedYears }) => closedYears.map(({ leaveType, last }) => ({ person: owner, leaveType, last })),
}

const unitOn = (facts: Facts, leaveType: string, day: Parameters<typeof policyOn>[2]) =>
  policyOn(facts, leaveType, day)?.policy.unit ?? 'day'

const leaveCells = (person: PersonId, asked: Asked): Cells => {
  const { request: id, leaveType, dates, charges, sick, on: askedOn, approval } = asked
  const { by, on } = 'approved' in approval ? approval.approved : approval.status === 'pending' ? NOBODY : approval
  const note = sick?.certificate
  return {
    id,
    person,
    leaveType,
    ...(dates.kind === 'days'
      ? { days: daysCell(dates.days) }
      : {
          first: dates.first,
          firstPart: partText(dates.firstPart),
          last: dates.last,
          lastPart: partText(dates.lastPart),
        }),
    // What waits for a change is approved as it was; the change is for those here.
    status: approval.status === 'changeRequested' ? 'approved' : approval.status,
    askedOn,
    decidedOn: on,
    decidedBy: by,
    sickNote: sick ? (note ? `${note.first}/${note.last}` : 'none') : null,
    // What takes nothing is not counted again when schedules or holidays change.
    amount: stands(asked) ? amountCell(amountOf(charges)) : null,
  }
}

const NOBODY = { by: null, on: null }
