import type { Table } from '@awayday/manifest'

/** How a table is made, whoever makes it: keys (both text), what its stream tells, and the attribute by which rows expire. */
export type TableShape = {
  readonly keys: readonly { readonly name: string; readonly type: 'HASH' | 'RANGE' }[]
  readonly stream?: 'NEW_IMAGE'
  readonly ttl?: 'ttl'
}

/** No index: whatever is asked is a key or a range of keys. Registry rows and tombstones expire. */
export const shapeOfTable = (holds: Table['holds']): TableShape => ({
  keys: [
    { name: 'pk', type: 'HASH' },
    { name: 'sk', type: 'RANGE' },
  ],
  ...(holds === 'events' && { stream: 'NEW_IMAGE' }),
  ...((holds === 'control' || holds === 'views') && { ttl: 'ttl' }),
})
