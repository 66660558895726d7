import type { Who } from '#domain/rules/who.ts'
import { maybe } from './setting.ts'
import { id, list, personId } from './values.ts'

/** Whom something is for, beside whatever else is said of it. What is named must hold together; of each list, any. */
export const whoEntries = {
  locations: maybe('For people of these locations. null: of all.', list(id)),
  departments: maybe('For people of these departments and all below them. null: of all.', list(id)),
  teams: maybe('For people of these teams. null: of all.', list(id)),
  labels: maybe('For people with any of these labels. null: whatever their labels.', list(id)),
  persons: maybe('For these people. null: for all.', list(personId)),
}

/** As it would be written. */
export const whoJson = ({ locations, departments, teams, labels, persons }: Who) => ({
  locations: locations && [...locations],
  departments: departments && [...departments],
  teams: teams && [...teams],
  labels: labels && [...labels],
  persons: persons && [...persons],
})
