import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingSchema } from '#wire/setting-schema.ts'
import service from '../../service.ts'

Object.assign(process.env, { AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_SECRET: 'a secret for the schema of leave ....' })
const { mutations } = await import('./graphql/mutations.ts')
const { queries } = await import('./graphql/queries.ts')
const { routes } = await import('./api/routes.ts')

const schema = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
const fieldsOf = (type: string) => {
  const body = new RegExp(`extend type ${type} \\{\\n(.*?)\\n\\}`, 's').exec(schema)?.[1] ?? ''
  return [...body.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => `${type}.${name}`)
}

test('every field of the schema has a resolver, and every resolver a field', () => {
  expect([...fieldsOf('Query'), ...fieldsOf('Mutation')].sort()).toEqual(
    Object.keys({ ...queries, ...mutations }).sort(),
  )
})

test('every route of the manifest is answered, and every route that is answered is in the manifest', () => {
  const { on } = service.functions.api
  expect(routes.map((route) => route.on).sort()).toEqual(on.kind === 'http' ? [...on.routes].sort() : [])
})

test('a broken rule is of a kind that rules are of', () => {
  const [, body = ''] = /enum RuleKind \{\n(.*?)\n\}/s.exec(schema) ?? []
  const written = JSON.parse(settingSchema('rules')).items.properties.rule.oneOf as readonly RuleWritten[]
  expect(body.split('\n').map((kind) => kind.trim())).toEqual(written.map(({ properties }) => properties.kind.const))
})
type RuleWritten = { readonly properties: { readonly kind: { readonly const: string } } }
