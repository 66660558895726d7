export { compareAge } from './age.ts'
export { eventKey, eventPlace } from './keys.ts'
export type { Clash, Collection, StoredItem, StoredItems } from './stored-items.port.ts'
export { storedItemsOf } from './stored-items-of.ts'
