import { onSchedule } from '@awayday/edge'
import { pass } from '#application/pass.ts'
import { compose } from '#composition/compose.ts'

export const handler = onSchedule({ world: compose(process.env), run: pass })
