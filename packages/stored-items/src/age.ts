import type { Collection } from './stored-items.port.ts'
import { progressParts, recordParts, registryParts, viewParts } from './values.ts'

/** Which of two values under one key is the newer: 1, the first; -1, the second; 0, neither. */
export const compareAge = (collection: Collection, a: string, b: string): number => {
  const [of, than] = [ageOf(collection, a), ageOf(collection, b)]
  return of > than ? 1 : of < than ? -1 : 0
}

const ageOf = (collection: Collection, value: string): number | string => {
  switch (collection) {
    case 'events':
      return 0 // a record never changes
    case 'records':
      return recordParts(value).rev
    case 'registry':
      return registryParts(value).expires
    case 'progress':
      return progressParts(value).rev
    default:
      return viewParts(value).version
  }
}
