import { http } from '@awayday/edge'
import { compose } from '#composition/compose.ts'
import { routes } from './routes.ts'

export const handler = http({ world: compose(process.env), routes })
