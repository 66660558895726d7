export { functionsThatWrite } from './functions-that-write.ts'
export { kept } from './kept.ts'
export { throughFaults } from './through-faults.ts'
export { type Ground, triedWithFaults, type UseCase } from './tried-with-faults.ts'
