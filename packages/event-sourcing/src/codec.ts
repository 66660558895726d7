import * as v from 'valibot'
import type { EventCodec } from './decider.ts'

type Named = { readonly type: string }
/** Reads what is at rest as what the domain calls it. */
type Shape<Event extends Named, Type> = v.GenericSchema<unknown, Omit<Extract<Event, { readonly type: Type }>, 'type'>>

/** The shape at rest of each type of event, as it is written today. */
type Shapes<Event extends Named> = { readonly [Type in Event['type']]: Shape<Event, Type> }

/** Shapes that were written once, oldest first: version 1, 2 and so on. Each says it in today's words (an upcaster). */
type Former<Event extends Named> = { readonly [Type in Event['type']]?: readonly Shape<Event, Type>[] }

/** What was never changed is version 1; every former shape brings one more, and a golden file. */
export const codecOf = <Event extends Named>(
  shapes: Shapes<Event>,
  former: Former<Event> = {},
): EventCodec<Event> & { readonly types: readonly string[]; readonly versions: Readonly<Record<string, number>> } => {
  const all = new Map(
    Object.entries<v.GenericSchema>(shapes).map(([type, shape]) => [
      type,
      [...((former as Readonly<Record<string, readonly v.GenericSchema[]>>)[type] ?? []), shape],
    ]),
  )
  return {
    types: [...all.keys()],
    versions: Object.fromEntries([...all].map(([type, { length }]) => [type, length])),
    encode: ({ type, ...data }) => ({ type, v: all.get(type)?.length ?? 1, data }),
    decode: ({ type, v: version, data }) => {
      const shape = all.get(type)?.[version - 1]
      if (!shape) throw new Error(`no shape for ${type} version ${version}`)
      return { type, ...(v.parse(shape, data) as object) } as unknown as Event
    },
  }
}
