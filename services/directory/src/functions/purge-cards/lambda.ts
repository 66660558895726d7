import { onSchedule } from '@awayday/edge'
import { purgeCards } from '#application/purge-cards.ts'
import { compose } from '#composition/compose.ts'

export const handler = onSchedule({ world: compose(process.env), run: purgeCards })
