import { unreachable } from '@awayday/kernel'
import { isYearEnd } from '#domain/entitlement/carry-over-days-of.ts'
import type { Someone } from '#domain/evaluate/case.ts'
import { knownOf } from '#domain/evaluate/known.ts'
import type { Question } from '#domain/evaluate/question.ts'
import { perWritten } from '#domain/evaluate/shown.ts'
import type { Dates } from '#domain/time/absence.ts'
import type { Collector } from './collector.ts'
import { NO_YEAR_END } from './contradictions.ts'
import { datesMistake, datesOf, type WrittenDates } from './dates.ts'
import { datesIn } from './dates-in.ts'
import { step } from './mistake.ts'
import type { Names } from './names.ts'
import type { WrittenQuestion } from './question.ts'

/** A question with all its names looked up; undefined where that fails. */
export const questionOf = (
  written: WrittenQuestion,
  path: string,
  people: readonly Someone[],
  names: Names,
  errors: Collector,
): Question | undefined => {
  const at = (member: string): string => step(path, member)
  const { id } = written
  if ('person' in written) errors.known(at('person'), 'person', written.person, names.people)
  if ('leaveType' in written && written.leaveType !== null)
    errors.known(at('leaveType'), 'leave type', written.leaveType, names.leaveTypes)
  const leaveOf = (leave: string | null): void => {
    if (leave === null || !('person' in written)) return
    const someone = people.find(({ person }) => person === written.person)
    if (someone)
      errors.known(
        at('leave'),
        'leave of that person',
        leave,
        someone.leaves.map(({ id }) => id),
      )
  }
  const between = <T extends { readonly first: string; readonly last?: string | undefined }>({
    first,
    last,
  }: T): void => errors.notBefore(at('last'), last ?? null, first)
  const inUnit = (leaveType: string, n: number): number => {
    const someone = 'person' in written ? people.find(({ person }) => person === written.person) : undefined
    return n * perWritten(someone?.units[leaveType] ?? 'day')
  }
  switch (written.ask) {
    case 'charge':
    case 'whatIf':
    case 'clashes':
    case 'allowed': {
      const { first: _f, last: _l, firstPart: _a, lastPart: _b, part: _p, days: _d, ...rest } = written
      leaveOf(written.leave)
      return { ...rest, id, dates: ownDates(written, path, errors) }
    }
    case 'overlap': {
      const one = datesIn(written.one, at('one'), errors)
      const other = datesIn(written.other, at('other'), errors)
      return one && other && { ...written, one, other }
    }
    case 'grants':
      if (written.from !== null) errors.notBefore(at('until'), written.until, written.from)
      return written
    case 'losses':
      errors.notBefore(at('until'), written.until, written.on)
      return written
    case 'bradford':
      for (const [n, name] of (written.leaveTypes ?? []).entries())
        errors.known(step(at('leaveTypes'), n), 'leave type', name, names.leaveTypes)
      return written
    case 'preview':
      for (const [n, name] of (written.rules ?? []).entries())
        errors.known(step(at('rules'), n), 'rule', name, names.rules)
      return written
    case 'proration':
    case 'carryOver':
    case 'balance':
    case 'balances':
      return written
    case 'closeYear': {
      const someone = people.find(({ person }) => person === written.person)
      if (someone && !isYearEnd(knownOf(someone, null), written.leaveType, written.last))
        errors.wrong(at('last'), NO_YEAR_END)
      return written
    }
    case 'approval':
    case 'history':
      leaveOf(written.leave)
      return written
    case 'usable':
    case 'day':
    case 'blackoutDays':
    case 'work':
      between(written)
      return { ...written, last: written.last ?? written.first }
    case 'away': {
      between(written)
      if (written.viewer !== null) errors.known(at('viewer'), 'person', written.viewer, names.people)
      const each = (member: string, what: string, all: readonly string[] | null, known: readonly string[]): void => {
        for (const [n, name] of (all ?? []).entries()) errors.known(step(at(member), n), what, name, known)
      }
      const {
        ask,
        first,
        last,
        knownOn,
        viewer,
        persons,
        teams,
        departments,
        locations,
        labels,
        leaveTypes,
        statuses,
      } = written
      each('persons', 'person', persons, names.people)
      each('departments', 'department', departments, names.departments)
      each('locations', 'location', locations, names.locations)
      each('leaveTypes', 'leave type', leaveTypes, names.leaveTypes)
      const filter = { persons, teams, departments, locations, labels, leaveTypes, statuses }
      return { id, ask, first, last: last ?? first, knownOn, viewer, filter }
    }
    case 'payOut':
      return { ...written, amount: written.amount === 'all' ? 'all' : inUnit(written.leaveType, written.amount) }
    case 'credit':
      errors.notBefore(at('until'), written.until, written.from)
      if (written.overriddenBy !== null) errors.known(at('overriddenBy'), 'person', written.overriddenBy, names.people)
      return { ...written, amount: inUnit(written.leaveType, written.amount) }
    default:
      return unreachable(written)
  }
}

/** Null: those of the leave that is named. A wish that makes no sense is for the answer to refuse, unless it is written twice or not at all. */
const ownDates = (
  written: WrittenDates & { readonly ask: string; readonly leave: string | null },
  path: string,
  errors: Collector,
): Dates | null => {
  const { first, last, firstPart, lastPart, part, days } = written
  const nothing = [first, last, firstPart, lastPart, part, days].every((member) => member === undefined)
  if (nothing && written.leave !== null) return null
  if (!nothing && written.leave !== null && written.ask !== 'allowed' && written.ask !== 'clashes') {
    errors.wrong(step(path, 'leave'), 'stands beside dates of their own')
    return null
  }
  const mistake = datesMistake(written)
  if (mistake) errors.wrong(step(path, mistake.member), mistake.message)
  const dates = written.ask === 'allowed' ? datesOf(written) : !mistake && datesIn(written, path, errors)
  return dates || null
}
