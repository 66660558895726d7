export { type AnyField, type Field, type FieldCall, field } from './graphql/field.ts'
export { type AnyRoute, type Answer, type Call, type OpenCall, type OpenMeta, type Route, route } from './http/route.ts'
export type { EdgeRefusal, Issue } from './problems.ts'
export type { EdgeWorld } from './world.ts'
