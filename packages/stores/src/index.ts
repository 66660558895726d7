export type { OpenStore } from './open-store.ts'
