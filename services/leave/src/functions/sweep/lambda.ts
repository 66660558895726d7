import { onSchedule } from '@awayday/edge'
import { sweep } from '#application/consumers.ts'
import { compose } from '#composition/compose.ts'

export const handler = onSchedule({ world: compose(process.env), run: sweep })
