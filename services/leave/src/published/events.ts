export { type LeaveEvent, type LeaveFact, leaveEvents } from '#domain/published-facts.ts'
