import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import service from '../../service.ts'
import { routes as demoRoutes } from './demo-sign-in/routes.ts'
import { mutations } from './graphql/mutations.ts'
import { queries } from './graphql/queries.ts'
import { routes as sessionRoutes } from './session/routes.ts'

const schema = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
const fieldsOf = (type: string) => {
  const body = new RegExp(`^type ${type} \\{\\n(.*?)\\n\\}`, 'ms').exec(schema)?.[1] ?? ''
  return [...body.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => `${type}.${name}`)
}

test('every field of the schema has a resolver, and every resolver a field', () => {
  const resolvers = Object.keys({ ...queries, ...mutations })
  expect(resolvers).toHaveLength(19)
  expect([...fieldsOf('Query'), ...fieldsOf('Mutation')].sort()).toEqual(resolvers.sort())
})

test.each([
  ['session', sessionRoutes],
  ['demo-sign-in', demoRoutes],
] as const)('every route of %s is answered, and every route that is answered is in the manifest', (name, routes) => {
  const { on } = service.functions[name]
  expect(routes.map((route) => route.on).sort()).toEqual(on.kind === 'http' ? [...on.routes].sort() : [])
})

test.each(Object.keys(service.functions))('the function %s is where the host looks for it', (name) => {
  expect(existsSync(new URL(`src/functions/${name}/lambda.ts`, service.root))).toBe(true)
})
