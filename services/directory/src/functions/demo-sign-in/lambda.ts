import { http } from '@awayday/edge'
import { compose } from '#composition/compose.ts'
import { isDemo } from '#composition/configuration.ts'
import { routes } from './routes.ts'

/** Anybody may be anybody: outside a demo there is nothing here, whoever wired it up. */
export const handler = http({ world: compose(process.env), routes: isDemo(process.env) ? routes : [] })
