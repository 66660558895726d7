import { calendarQueries } from './calendar-queries.ts'
import { csvQueries } from './csv-fields.ts'
import { figureQueries } from './figure-queries.ts'
import { personQueries } from './person-fields.ts'
import { requestQueries } from './request-queries.ts'
import { settingQueries } from './setting-queries.ts'

export const queries = {
  ...requestQueries,
  ...figureQueries,
  ...calendarQueries,
  ...settingQueries,
  ...personQueries,
  ...csvQueries,
}
