import { err, ok } from '@awayday/kernel'
import { datesMistake, datesOf } from '../document/dates.ts'
import { entryTable } from './entry-table.ts'
import { creditColumns, leaveColumns, payOutColumns, workColumns, yearColumns } from './leave-columns.ts'

/** The files about people, by kind. */
export const entryTables = {
  leave: entryTable('leave', leaveColumns, (row, person, idOf) => {
    const {
      id,
      leaveType,
      first,
      firstPart,
      last,
      lastPart,
      days,
      status,
      amount,
      sickNote,
      askedOn,
      decidedOn,
      decidedBy,
    } = row
    const written = { first, firstPart, last, lastPart, days: days && [...days] }
    const mistake = datesMistake(written)
    const dates = mistake ? undefined : datesOf(written)
    const start = dates?.kind === 'days' ? dates.days[0]?.day : dates?.first
    if (!dates || !start)
      return err([
        ...(mistake ? [{ column: mistake.member, message: mistake.message }] : []),
        ...(dates && !start ? [{ column: 'days', message: 'names no day' }] : []),
      ])
    return ok({
      kind: 'leave',
      request: id ?? idOf(person, leaveType, dates),
      leaveType,
      dates,
      status,
      askedOn: askedOn ?? start,
      decidedOn,
      decidedBy,
      sick: sickNote === null ? null : { certificate: sickNote === 'none' ? null : sickNote },
      amount,
    })
  }),

  credits: entryTable('credits', creditColumns, (row, person, idOf) => {
    const { id, leaveType, source, amount, from, until, on, override } = row
    if (until !== null && until < from) return err([{ column: 'until', message: 'is before the first day' }])
    const credit = id ?? idOf(person, leaveType, source, amount, from, until, on)
    return ok({
      kind: 'credit',
      credit,
      leaveType,
      source,
      amount,
      from,
      until,
      on: on ?? from,
      override: override === 'yes',
    })
  }),

  payOuts: entryTable('payOuts', payOutColumns, ({ id, leaveType, amount, on, override }, person, idOf) =>
    amount.n > 0
      ? ok({
          kind: 'payOut',
          payOut: id ?? idOf(person, leaveType, amount, on),
          leaveType,
          amount,
          on,
          override: override === 'yes',
        })
      : err([{ column: 'amount', message: 'is not above zero' }]),
  ),

  work: entryTable('work', workColumns, ({ id, first, last, worked: minutes, on }, person, idOf) =>
    first <= last
      ? ok({ kind: 'work', record: id ?? idOf(person, first, last, minutes), first, last, minutes, on })
      : err([{ column: 'last', message: 'is before the first day' }]),
  ),

  years: entryTable('years', yearColumns, ({ leaveType, last }) => ok({ kind: 'year', leaveType, last })),
} as const
export type EntryKind = keyof typeof entryTables
