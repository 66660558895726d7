import type { LocalDate, Unit } from '@awayday/kernel'
import { periods } from '#domain/person/employment.ts'
import type { NoteId } from '#domain/person/ids.ts'
import type { State } from '#domain/person/state.ts'
import { writtenIn } from './documents.ts'
import { figuresShown, showing } from './figures.ts'

/** What the facts name: texts of documents by hash, words by note, ids of events by number, and what a leave type was counted in on a day. */
export type Named = {
  readonly texts: ReadonlyMap<string, string>
  readonly words: ReadonlyMap<NoteId, string>
  readonly eventIds: readonly string[]
  readonly unitOn: (leaveType: string, day: LocalDate) => Unit
}

/** What is known of somebody besides their leave, as it was said: each list by its first day, or in the order of saying. */
export const personFactsShown = (state: State, { texts, words, eventIds, unitOn }: Named) => {
  const event = ({ fact }: { readonly fact: number }) => eventIds[fact]
  const document = (hash: unknown) => {
    const text = typeof hash === 'string' ? texts.get(hash) : undefined
    return text === undefined ? null : JSON.stringify(writtenIn(text))
  }
  const reason = (note: NoteId | null) => (note === null ? null : (words.get(note) ?? null))
  return {
    employment: periods(state.employment).map(({ from, until }) => ({ first: from, last: until })),
    places: state.employment.places.map(({ seq, zone, country, ...place }) => ({ ...place, country, zone })),
    policies: state.terms.map((term) => ({
      leaveType: term.leaveType,
      id: term.policy,
      from: term.from,
      version: term.version,
      document: document(term.document),
      event: event(term),
    })),
    schedules: state.timetables.map((one) => ({
      id: one.schedule,
      from: one.from,
      version: one.version,
      document: document(one.document),
      event: event(one),
    })),
    calendars: state.calendars.map((one) => ({
      id: one.location,
      from: one.from,
      version: one.version,
      document: document(one.document),
      event: event(one),
    })),
    credits: state.credits.map((one) => ({
      id: one.credit,
      leaveType: one.leaveType,
      source: one.source,
      from: one.from,
      until: one.until,
      amount: showing(unitOn(one.leaveType, one.from))(one.n),
      overridden: one.overridden,
      by: one.by,
      on: one.on,
      reason: reason(one.note),
      event: event(one),
    })),
    payOuts: state.payOuts.map((one) => ({
      id: one.payOut,
      leaveType: one.leaveType,
      amount: showing(unitOn(one.leaveType, one.on))(one.n),
      money: one.money && { currency: one.money.currency, n: one.money.n },
      by: one.by,
      on: one.on,
      reason: reason(one.note),
      event: event(one),
    })),
    work: state.worked.map((one) => ({
      id: one.record,
      first: one.first,
      last: one.last,
      minutes: one.minutes,
      by: one.by,
      on: one.on,
      event: event(one),
    })),
    revoked: state.revoked.map((one) => ({
      kind: one.kind,
      id: one.id,
      overridden: one.overridden,
      by: one.by,
      on: one.on,
      reason: reason(one.note),
      event: event(one),
    })),
    closedYears: state.closedYears.map(({ leaveType, last, figures, carry, forfeited }) => {
      const unit = unitOn(leaveType, last)
      const carried = carry.reduce((sum, { n }) => sum + n, 0)
      const show = showing(unit)
      return { leaveType, last, figures: figuresShown(figures, unit), carry: show(carried), forfeited: show(forfeited) }
    }),
  }
}
