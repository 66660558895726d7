import type { PersonId } from '@awayday/kernel'
import { approversFrom } from './employment.ts'
import type { Asked, State } from './state.ts'

/** Who may see all of somebody's leave besides them, admins and HR: whoever approved on the day it was asked for or does since, and all who were waited for. */
export const approversOf = ({ employment }: State, { on, waitsFor }: Asked): readonly PersonId[] =>
  [...new Set([...approversFrom(employment, on), ...(waitsFor ?? [])])].filter((approver) => approver !== null)
