import { resolver } from '@awayday/edge'
import { compose } from '#composition/compose.ts'
import { mutations } from './mutations.ts'
import { queries } from './queries.ts'

export const handler = resolver({ world: compose(process.env), fields: { ...queries, ...mutations } })
