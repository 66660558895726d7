import { onSchedule } from '@awayday/edge'
import { warn } from '#application/warn.ts'
import { compose } from '#composition/compose.ts'

export const handler = onSchedule({ world: compose(process.env), run: warn })
