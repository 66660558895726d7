export { createTables } from './create-tables.ts'
export { openStore } from './open-store.ts'
export { type OpenStores, openStores } from './open-stores.ts'
export type { OpenStore } from './store.ts'
