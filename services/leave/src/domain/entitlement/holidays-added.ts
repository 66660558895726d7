import type { Facts } from '../facts/facts.ts'
import type { Day } from './days.ts'
import type { Grant } from './grant.ts'
import type { Course } from './segments.ts'

export const holidaysAdded = (_facts: Facts, _course: Course, _until: Day): readonly Grant[] => []
