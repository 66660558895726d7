export type { Attribute, Item } from './item-bytes.ts'
export { itemBytes } from './item-bytes.ts'
export { meteredClient } from './metered-client.ts'
export { PAGE_BYTES, pagedReadUnits, readUnits, writeUnits } from './units.ts'
