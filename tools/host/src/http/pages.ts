import type { Page } from './server.ts'

/** The first page that takes the request. */
export const firstOf =
  (pages: readonly Page[]): Page =>
  (...request) => {
    for (const page of pages) {
      const answer = page(...request)
      if (answer) return answer
    }
    return undefined
  }
