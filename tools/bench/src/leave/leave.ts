import { benchBalance } from './balance.ts'
import { benchCarryOver } from './carry-over.ts'
import { benchWorkingDays } from './working-days.ts'

export const benchLeave = async (): Promise<string> =>
  [await benchWorkingDays(), await benchBalance(), await benchCarryOver()].join('\n')
