export { createTables, type OpenStore, openStore } from './open-store.ts'
