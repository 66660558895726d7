export { type Bill, calling, metered, spend, type Units, unmetered } from './meter.ts'
