import type { ApprovalEvent } from '../approval/events.ts'
import type { Event } from './events.ts'
import type { NoteId } from './ids.ts'

/** A step of an approval with the words that came with it, where it is one that may have some. */
export const said = (event: ApprovalEvent, note: NoteId | null): Event => {
  switch (event.type) {
    case 'LevelApproved':
    case 'CancelRequested':
    case 'CancelDeclined':
      return { ...event, note }
    case 'LeaveApproved':
    case 'LeaveDeclined':
    case 'ChangeApproved':
    case 'ChangeDeclined':
      return { type: event.type, request: event.request, by: event.by, on: event.on, note }
    case 'LeaveExpired':
    case 'LeaveWithdrawn':
    case 'LeaveCancelled':
    case 'ChangeExpired':
    case 'ChangeWithdrawn':
      return { type: event.type, request: event.request, by: event.by, on: event.on }
    case 'ApprovalStarted':
    case 'ChangeRequested': {
      const { person, ...started } = event // the stream's owner
      return started
    }
    default:
      return event
  }
}
