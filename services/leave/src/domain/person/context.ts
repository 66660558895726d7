import type { Office } from '../approval/office.ts'
import type { Company } from '../rules/company.ts'
import type { Rule } from '../rules/rule.ts'
import type { Documents } from './documents.ts'

/** What a decision looks at besides the stream itself: what others have said. Read before deciding; only the documents bind. */
export type Context = {
  readonly documents: Documents
  readonly office: Office
  readonly company: Company
  readonly rules: readonly Rule[]
}
