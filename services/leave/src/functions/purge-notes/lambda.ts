import { onSchedule } from '@awayday/edge'
import { purgeNotes } from '#application/purge-notes.ts'
import { compose } from '#composition/compose.ts'

export const handler = onSchedule({ world: compose(process.env), run: purgeNotes })
