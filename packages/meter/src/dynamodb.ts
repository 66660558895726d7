export { estimatedPages, lastSizes } from './estimating.ts'
export { type Attribute, type Item, itemBytes } from './item-bytes.ts'
export { meteredClient } from './metered-client.ts'
export { PAGE_BYTES, pagedReadUnits, readUnits, writeUnits } from './units.ts'
