import type { Command } from '../person/commands.ts'
import type { Lack } from './lacking.ts'

/** The command that puts into a person's stream what it lacks. */
export const commandOf = ({ kind, key, id, version, from, document }: Lack): Command => {
  if (kind === 'policy') return { type: 'AssignTerms', policy: id, version, from, leaveType: key, document }
  if (document === null) throw new Error(`a ${kind} is in place of another, and does not end`)
  if (kind === 'schedule') return { type: 'AssignSchedule', schedule: id, version, from, document }
  return { type: 'ApplyCalendar', location: key, version, from, document }
}
