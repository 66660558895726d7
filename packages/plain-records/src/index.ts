export type { PlainRecord, PlainRecords } from './plain-records.port.ts'
