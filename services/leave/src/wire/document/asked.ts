import { FIRST_DATE, LAST_DATE, type PersonId } from '@awayday/kernel'
import type { Asked } from '#domain/evaluate/case.ts'
import { engineUnit, perWritten, type WrittenUnit } from '#domain/evaluate/shown.ts'
import type { Collector } from './collector.ts'
import { datesIn } from './dates-in.ts'
import type { WrittenPerson } from './document.ts'
import { step } from './mistake.ts'
import type { Names } from './names.ts'

/** The leave of one person, as the document has it. */
export const askedOf = (
  { id: person, leaves }: WrittenPerson,
  path: string,
  units: Readonly<Record<string, WrittenUnit>>,
  names: Names,
  errors: Collector,
): readonly Asked[] => {
  const at = (n: number): string => step(step(path, 'leaves'), n)
  const ids = leaves.map(({ id }, n) => id ?? `leave-${n + 1}`)
  errors.once(step(path, 'leaves'), 'id', ids)
  return leaves.flatMap((leave, n) => {
    const fact = at(n)
    errors.known(step(fact, 'leaveType'), 'leave type', leave.leaveType, names.leaveTypes)
    const dates = datesIn(leave, fact, errors)
    const edits = leave.edits.flatMap((edit, k) => {
      const changed = datesIn(edit, step(step(fact, 'edits'), k), errors)
      return changed ? [{ on: edit.on, by: edit.by ?? person, dates: changed }] : []
    })
    for (const [where, by] of namedIn(leave)) errors.known(`${fact}.${where}`, 'person', by, names.people)
    const unit = units[leave.leaveType] ?? 'day'
    const { certificate } = leave
    if (typeof certificate === 'object')
      errors.notBefore(step(step(fact, 'certificate'), 'last'), certificate.last, certificate.first)
    if (!dates) return []
    return [
      {
        id: ids[n] ?? '',
        leaveType: leave.leaveType,
        dates,
        recordedOn: leave.recordedOn,
        askedOn: leave.askedOn,
        by: leave.by ?? person,
        status: leave.status ?? null,
        charges:
          leave.charges?.map(({ date: day, part, ...cost }) =>
            'hours' in cost
              ? { day, part, minutes: cost.hours }
              : { day, part, unit: engineUnit(unit), n: cost.amount * perWritten(unit) },
          ) ?? null,
        decisions: leave.decisions.map(({ on, by, verdict }) => ({ on, by, says: verdict })),
        edits,
        cancelledDays: leave.cancelledDays.map(({ on, by, date: day, part }) => ({ on, by: by ?? person, day, part })),
        certificate: typeof certificate === 'object' ? certificate : certificate ? ALWAYS : null,
        reason: leave.reason,
        cover: leave.cover,
        fact,
      },
    ]
  })
}

/** A certificate that covers whatever the sickness is. */
const ALWAYS = { first: FIRST_DATE, last: LAST_DATE }

/** Who is named, and where. */
const namedIn = ({
  by,
  cover,
  decisions,
  edits,
  cancelledDays,
}: WrittenPerson['leaves'][number]): readonly (readonly [string, PersonId])[] => {
  const each = (member: string, all: readonly { readonly by: PersonId | null }[]) =>
    all.flatMap(({ by }, n) => (by === null ? [] : [[`${member}[${n}].by`, by] as const]))
  return [
    ...(by === null ? [] : [['by', by] as const]),
    ...(cover === null ? [] : [['cover', cover] as const]),
    ...each('decisions', decisions),
    ...each('edits', edits),
    ...each('cancelledDays', cancelledDays),
  ]
}
