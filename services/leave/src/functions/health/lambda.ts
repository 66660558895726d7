import { healthRoutes, http } from '@awayday/edge'
import { compose } from '#composition/compose.ts'

export const handler = http({ world: compose(process.env), routes: healthRoutes('leave', process.env) })
