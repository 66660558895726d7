export { type Bill, calling, metered, spend, type Units } from './meter.ts'
