import type { LiveField } from '@awayday/manifest'
import { type DocumentNode, Kind, parse, print, visit } from 'graphql'

/** The joined schema as AppSync takes it, and the operation by which each live field is fed. */
export type AppSyncSchema = { readonly sdl: string; readonly feeds: readonly Feed[] }

export type Feed = LiveField & {
  /** `publishLeaveChanged`: a Mutation for the bus's rule alone. */
  readonly mutation: string
  /** What the rule sends. */
  readonly operation: string
  /** The members of the event's data that it hands over. */
  readonly members: readonly string[]
}

/**
 * AppSync knows no scalars but its own, of which AWSDate is ours. A Subscription is fed by a Mutation, which only the bus's rule
 * may call: it hands the event over with its tenant and audience, by which AppSync chooses who hears it.
 */
export const appSyncSchema = (joined: string, live: readonly LiveField[]): AppSyncSchema => {
  const document = withOwnScalars(parse(joined))
  const feeds = live.map((field) => feedOf(document, field))
  return { sdl: `${print(withFeeds(document, feeds))}\n`, feeds: feeds.map(({ payload: _, ...feed }) => feed) }
}

const OWN = { Date: 'AWSDate' } as const

const withOwnScalars = (document: DocumentNode): DocumentNode =>
  visit(document, {
    ScalarTypeDefinition: ({ name: { value } }) => {
      if (!(value in OWN)) throw new Error(`AppSync has no scalar ${value}, and no other name for it is known`)
      return null
    },
    NamedType: (node) => {
      const own = OWN[node.name.value as keyof typeof OWN]
      return own ? { ...node, name: { ...node.name, value: own } } : undefined
    },
  })

type Fed = Feed & { readonly payload: string }

const feedOf = (document: DocumentNode, live: LiveField): Fed => {
  const payload = typeOf(document, 'Subscription', live.field)
  const members = fieldsOf(document, payload).map(({ name }) => name.value)
  const mutation = `publish${live.field.charAt(0).toUpperCase()}${live.field.slice(1)}`
  const asked = ['tenant', 'audience', ...members]
  const variables = `$tenant: ID!, $audience: [ID!]!, ${fieldsOf(document, payload)
    .map(({ name, type }) => `$${name.value}: ${print(type)}`)
    .join(', ')}`
  const passed = asked.map((name) => `${name}: $${name}`).join(', ')
  const operation = `mutation Publish(${variables}) { ${mutation}(${passed}) { ${asked.join(' ')} } }`
  return { ...live, payload, mutation, operation, members }
}

const withFeeds = (document: DocumentNode, feeds: readonly Fed[]): DocumentNode => {
  const payloads = new Set(feeds.map(({ payload }) => payload))
  const fields = new Map(feeds.map((feed) => [feed.field, feed]))
  const added = feeds.map(({ mutation, payload }) => {
    const members = fieldsOf(document, payload).map(({ name, type }) => `${name.value}: ${print(type)}`)
    return `"For the bus's rule alone." ${mutation}(tenant: ID!, audience: [ID!]!, ${members.join(', ')}): ${payload} @aws_iam`
  })
  return visit(document, {
    ObjectTypeDefinition: (node) => {
      const { value } = node.name
      if (payloads.has(value))
        return {
          ...node,
          directives: directives('@aws_iam @aws_lambda'),
          fields: [...(node.fields ?? []), ...parsedFields('tenant: ID! audience: [ID!]!')],
        }
      if (value === 'Mutation') return { ...node, fields: [...(node.fields ?? []), ...parsedFields(added.join('\n'))] }
      if (value !== 'Subscription') return undefined
      return {
        ...node,
        fields: node.fields?.map((field) => ({
          ...field,
          directives: directives(`@aws_subscribe(mutations: ["${fields.get(field.name.value)?.mutation}"])`),
        })),
      }
    },
  })
}

const definition = (document: DocumentNode, type: string) => {
  const found = document.definitions.find(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === type,
  )
  if (found?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error(`the schema has no type ${type}`)
  return found
}

const fieldsOf = (document: DocumentNode, type: string) => definition(document, type).fields ?? []

const typeOf = (document: DocumentNode, type: string, field: string): string => {
  const found = fieldsOf(document, type).find(({ name }) => name.value === field)?.type
  if (found?.kind !== Kind.NAMED_TYPE) throw new Error(`${type}.${field} is none, or not of one type`)
  return found.name.value
}

const parsedFields = (fields: string) => definition(parse(`type Any { ${fields} }`), 'Any').fields ?? []
const directives = (text: string) => definition(parse(`type Any ${text} { none: ID }`), 'Any').directives ?? []
