import type { Part } from './absence.ts'
import type { Minute } from './schedule.ts'

/** As people write it: "am", "09:00-12:30". */
export const partText = (part: Part): string =>
  typeof part === 'string' ? part : `${timeText(part.from)}-${timeText(part.to)}`

export const timeText = (minute: Minute): string => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`

const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
