import { amountText } from '@awayday/kernel'
import type { Rejection as SettingRejection } from '#domain/company/company.ts'
import type { Refusal } from '#domain/csv/try-import.ts'
import { problems } from '../problems.ts'
import type { CellProblem } from './cell-problem.ts'

/** Why a row cannot be brought in, at the cell that is to be mended. */
export const sentence = (refusal: Refusal): CellProblem => {
  switch (refusal.type) {
    case 'OtherUnit':
      return at('amount', `the policy counts in ${refusal.unit === 'day' ? 'days' : 'hours and minutes'}`)
    case 'ChargedOtherwise': {
      const { said, counted } = refusal
      return at(
        'amount',
        `says ${amountText({ unit: said.unit ?? counted.unit, n: said.n })}; counted are ${amountText(counted)}`,
      )
    }
    case 'Overlaps':
      return at('first', `${problems.Overlaps.title}: ${refusal.first} to ${refusal.last}`)
    case 'NotEmployed':
      return at('first', `${problems.NotEmployed.title}: not on ${refusal.on}`)
    case 'NoBalance':
      return at('leaveType', `${problems.NoBalance.title}: no policy is in force on ${refusal.on}`)
    case 'ImportedOtherwise':
      return at('id', problems.ImportedOtherwise.title)
    default:
      return at(COLUMNS[refusal.type] ?? '', problems[refusal.type].title)
  }
}

export const settingSentence = (refusal: SettingRejection): CellProblem => {
  switch (refusal.type) {
    case 'UnknownSetting':
      return at('document', 'is empty, but there is nothing yet that could end')
    case 'OtherLeaveType':
      return at('document', `is for another leave type: this policy is for "${refusal.leaveType}", and keeps it`)
    case 'CalendarOfLocation':
      return at('locations', `a calendar holds for everybody at the location "${refusal.setting}", whose id it has`)
    case 'SettingsMoved':
      return at('', 'somebody else saved settings meanwhile: import again')
  }
}

const at = (column: string, message: string): CellProblem => ({ column, message })

const COLUMNS: { readonly [type in Refusal['type']]?: string } = {
  UnknownLeaveType: 'leaveType',
  NotSickness: 'sickNote',
  EndBeforeStart: 'last',
  PartsDisagree: 'lastPart',
  NoWorkingDay: 'first',
  NamedTwice: 'days',
  NoDays: 'days',
  NotTimes: 'firstPart',
  TooLong: 'last',
  NotEnoughLeft: 'amount',
  TooMuchGranted: 'amount',
  TooMuchToPayOut: 'amount',
  NothingToPayOut: 'amount',
  ValidTooLong: 'until',
  NotAYearEnd: 'last',
  WorkOverlaps: 'first',
}
