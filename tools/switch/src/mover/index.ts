export { openCheckpoint } from './checkpoint.ts'
export { copyTenants } from './copy.ts'
export { adaptiveLimiter } from './limiter.ts'
