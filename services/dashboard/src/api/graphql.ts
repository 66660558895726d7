import type { LocalDate } from '@awayday/kernel'
import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './graphql-env.d.ts'

/** Operations are typed by the schema itself: a field that is not there does not compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { Date: LocalDate }
  disableMasking: true
}>()
