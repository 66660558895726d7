import { onStream } from '@awayday/edge'
import { relay } from '#application/consumers.ts'
import { compose } from '#composition/compose.ts'

export const handler = onStream({ world: compose(process.env), deliver: relay })
