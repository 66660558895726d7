export * from './service.ts'
export * from './table.ts'
export * from './trigger.ts'
