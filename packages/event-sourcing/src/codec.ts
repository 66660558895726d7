import * as v from 'valibot'
import type { EventCodec } from './decider.ts'

/** The shape at rest of each type of event. */
type Shapes<Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: v.GenericSchema<unknown, Omit<Extract<Event, { readonly type: Type }>, 'type'>>
}

/** Events whose shapes have never changed: all are version 1. The first change brings an upcaster and its golden file. */
export const codecOf = <Event extends { readonly type: string }>(
  shapes: Shapes<Event>,
): EventCodec<Event> & { readonly types: readonly string[] } => ({
  types: Object.keys(shapes),
  encode: ({ type, ...data }) => ({ type, v: 1, data }),
  decode: ({ type, v: version, data }) => {
    const shape = version === 1 && Object.hasOwn(shapes, type) ? shapes[type as Event['type']] : undefined
    if (!shape) throw new Error(`no shape for ${type} version ${version}`)
    return { type, ...v.parse(shape, data) } as unknown as Event
  },
})
