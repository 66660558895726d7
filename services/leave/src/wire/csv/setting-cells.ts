import type { Setting } from '#domain/company/setting.ts'
import { writtenIn } from '../documents.ts'
import { listCell } from './cells.ts'
import type { Cells } from './entry-cells.ts'

/** What was saved, as the row that would save it. `text`: its document as it is kept; null: it ends. */
export const settingCells = ({ id, from, appliesTo }: Setting, text: string | null): Cells => ({
  id,
  from,
  document: text === null ? null : JSON.stringify(writtenIn(text)),
  persons: listCell(appliesTo.persons),
  teams: listCell(appliesTo.teams),
  locations: listCell(appliesTo.locations),
  countries: listCell(appliesTo.countries),
})
