import { compare, FIRST_DATE, type LocalDate } from '@awayday/kernel'
import * as v from 'valibot'
import type { Post } from '#domain/approval/organisation.ts'
import type { Recorded, Someone } from '#domain/evaluate/case.ts'
import { perWritten, type WrittenUnit } from '#domain/evaluate/shown.ts'
import type { Schedule } from '#domain/time/schedule.ts'
import { askedOf } from './asked.ts'
import type { Collector } from './collector.ts'
import { checkPerson } from './contradictions.ts'
import type { Document, WrittenPerson } from './document.ts'
import { step } from './mistake.ts'
import type { Names } from './names.ts'
import { schedule } from './schedule.ts'

/** One person of a document, with all names looked up. */
export const someoneOf = (
  written: WrittenPerson,
  path: string,
  document: Document,
  names: Names,
  errors: Collector,
): Someone => {
  const at = (member: string, n: number): string => step(step(path, member), n)
  const units = unitsOf(written, path, document, errors)
  const inUnit = (leaveType: string, n: number): number => n * perWritten(units[leaveType] ?? 'day')
  const typed = (member: string, all: readonly { readonly leaveType: string }[]): void => {
    for (const [n, { leaveType }] of all.entries())
      errors.known(step(at(member, n), 'leaveType'), 'leave type', leaveType, names.leaveTypes)
  }
  typed('credits', written.credits)
  typed('payOuts', written.payOuts)
  typed('closedYears', written.closedYears)
  for (const [n, { by }] of written.deputies.entries())
    errors.known(step(at('deputies', n), 'by'), 'person', by, names.people)
  for (const [n, { from, until }] of written.credits.entries())
    errors.notBefore(step(at('credits', n), 'until'), until, from)
  const joined = written.employment[0]?.from ?? FIRST_DATE
  const someone: Someone = {
    person: written.id,
    roles: written.roles,
    calendars: document.locations,
    employment: written.employment.map(({ recordedOn, ...it }, n) => ({
      recordedOn,
      it: { ...it, fact: at('employment', n) },
    })),
    places: byFrom(
      written.places.map(({ recordedOn, from, ...place }, n) => {
        errors.known(step(at('places', n), 'location'), 'location', place.location, names.locations)
        errors.known(step(at('places', n), 'department'), 'department', place.department, names.departments)
        if (place.approver !== null)
          errors.known(step(at('places', n), 'approver'), 'person', place.approver, names.people)
        return { recordedOn, it: { ...place, from: from ?? FIRST_DATE } satisfies Post }
      }),
      step(path, 'places'),
      errors,
    ),
    schedules: byFrom(
      written.schedules.map(({ recordedOn, from, schedule: which }, n) => ({
        recordedOn,
        it: {
          from: from ?? FIRST_DATE,
          schedule: scheduleIn(document, which, at('schedules', n), names, errors),
          fact: at('schedules', n),
        },
      })),
      step(path, 'schedules'),
      errors,
    ),
    policies: written.policies
      .flatMap(({ recordedOn, policy: name, from }, n) => {
        errors.known(at('policies', n), 'policy', name, names.policies)
        const policy = document.policies[name]?.policy
        return policy ? [{ recordedOn, it: { from: from ?? joined, policy, fact: at('policies', n) } }] : []
      })
      .toSorted(earlierFirst),
    credits: written.credits.map(({ recordedOn, amount, ...credit }, n) => ({
      recordedOn,
      it: { ...credit, n: inUnit(credit.leaveType, amount), fact: at('credits', n) },
    })),
    payOuts: written.payOuts.map(({ recordedOn, amount, ...payOut }, n) => ({
      recordedOn,
      it: { ...payOut, n: inUnit(payOut.leaveType, amount), fact: at('payOuts', n) },
    })),
    worked: written.worked.map(({ recordedOn, hours: minutes, ...record }, n) => ({
      recordedOn,
      it: { ...record, minutes, fact: at('worked', n) },
    })),
    closedYears: written.closedYears.map(({ recordedOn, leaveType, last, carry }, n) => ({
      recordedOn,
      it: {
        leaveType,
        last,
        carry: carry.map((amount) => ({ n: inUnit(leaveType, amount), fact: at('closedYears', n) })),
      },
    })),
    leaves: askedOf(written, path, units, names, errors),
    units,
  }
  checkPerson(written, someone, path, errors)
  return someone
}

/** Of each leave type one: figures of days and hours do not add up. */
const unitsOf = (
  { policies }: WrittenPerson,
  path: string,
  document: Document,
  errors: Collector,
): Readonly<Record<string, WrittenUnit>> => {
  const units: Record<string, WrittenUnit> = {}
  for (const [n, { policy: name }] of policies.entries()) {
    const known = document.policies[name]
    if (!known) continue
    const {
      policy: { leaveType },
      written,
    } = known
    const before = units[leaveType]
    if (before !== undefined && before !== written)
      errors.wrong(
        step(step(path, 'policies'), n),
        `is written in ${written}s, another policy of "${leaveType}" in ${before}s`,
      )
    units[leaveType] = before ?? written
  }
  return units
}

const scheduleIn = (
  document: Document,
  which: { readonly name: string } | { readonly written: Schedule },
  path: string,
  names: Names,
  errors: Collector,
): Schedule => {
  if ('written' in which) return which.written
  const known = document.schedules[which.name]
  if (known) return known
  const weekdays = v.safeParse(schedule, which.name)
  if (weekdays.success) return weekdays.output
  errors.known(path, 'schedule, nor weekdays such as "mon-fri"', which.name, names.schedules)
  return v.parse(schedule, 'mon-fri')
}

type Dated = Recorded<{ readonly from: LocalDate }>

const earlierFirst = (a: Dated, b: Dated): number => compare(a.it.from, b.it.from)

/** By their first day; two of one day must have become known on different ones. */
const byFrom = <T extends Dated>(all: readonly T[], path: string, errors: Collector): readonly T[] => {
  for (const [n, { it, recordedOn }] of all.entries())
    if (all.slice(0, n).some((before) => before.it.from === it.from && before.recordedOn === recordedOn))
      errors.wrong(step(step(path, n), 'from'), 'is there twice')
  return all.toSorted(earlierFirst)
}
