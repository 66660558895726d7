import { Kind, parse } from 'graphql'

const ROOTS = ['Query', 'Mutation', 'Subscription']

/** The fields of Query, Mutation and Subscription that a service's schema has. */
export const rootFieldsOf = (sdl: string): readonly (readonly [type: string, field: string])[] =>
  parse(sdl).definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    ROOTS.includes(definition.name.value)
      ? (definition.fields ?? []).map(({ name }) => [definition.name.value, name.value] as const)
      : [],
  )
