import type { When } from '#domain/rules/when.ts'
import { ruleDays, ruleDaysJson } from './rule-days.ts'
import { fields, maybe } from './setting.ts'
import { date, id, list } from './values.ts'
import { whoEntries, whoJson } from './who.ts'

export const who = fields(whoEntries)

/** For which leave, of whom, and when a rule holds. */
export const ruleWhen = fields({
  leaveTypes: maybe('For leave of these types. null: of all.', list(id)),
  ...whoEntries,
  except: maybe('Whom it spares, though they are named above. null: nobody.', who),
  from: maybe('Valid for days of leave from this one on. null: always was.', date),
  until: maybe('Valid up to this day of leave, itself included. null: without end.', date),
  days: maybe('Valid only on these days of leave. null: on all.', ruleDays),
})

/** As it would be written. */
export const ruleWhenJson = (when: When) => ({
  leaveTypes: when.leaveTypes && [...when.leaveTypes],
  ...whoJson(when),
  except: when.except && whoJson(when.except),
  from: when.from && `${when.from}`,
  until: when.until && `${when.until}`,
  days: when.days && ruleDaysJson(when.days),
})
