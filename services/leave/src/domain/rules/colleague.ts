import type { Facts } from '../facts/facts.ts'

/** What a rule may know of somebody else: where they belong, when they work, and when they are away. */
export type Colleague = Pick<Facts, 'person' | 'employment' | 'places' | 'calendars' | 'schedules' | 'leaves'>
