import { authorize as authorizer } from '@awayday/edge'
import { authorize } from '#application/authorize.ts'
import { compose } from '#composition/compose.ts'

export const handler = authorizer({ world: compose(process.env), run: (world, token) => authorize(world)(token) })
