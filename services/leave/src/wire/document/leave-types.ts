import * as v from 'valibot'
import type { LeaveType, Sickness } from '#domain/leave-type/leave-type.ts'
import { described, either, fields, maybe, oneOf, setting } from './setting.ts'
import { flag, id, list, whole, words } from './values.ts'

const written = fields({
  overLeave: setting(
    'What sickness during accepted leave of another type does: givesBack, the leave comes back; refused, the two overlap, which is refused.',
    oneOf(['givesBack', 'refused']),
    'givesBack',
  ),
  leaveTypes: maybe('Leave of which types comes back. null: of all, other sickness apart.', list(id)),
  certificate: setting(
    'needed: only what a certificate covers comes back. notNeeded: all of it does.',
    oneOf(['needed', 'notNeeded']),
    'needed',
  ),
  fromDay: setting('Leave comes back from this calendar day of the sickness on.', whole(1, 366), 1),
  bradford: setting('Whether HR sees the Bradford factor of such leave.', flag, false),
})

const sicknessOf = ({ overLeave, bradford, ...givesBack }: v.InferOutput<typeof written>): Sickness => ({
  overLeave: overLeave === 'refused' ? { kind: 'refused' } : { kind: 'givesBack', ...givesBack },
  bradford,
})

const sickness = either(
  [
    v.pipe(
      flag,
      v.transform((is): Sickness | null => (is ? sicknessOf(v.parse(written, {})) : null)),
    ),
    v.pipe(written, v.transform(sicknessOf)),
  ],
  'is neither true, false nor settings of sickness',
)

/** A kind of absence. */
export const leaveType = v.pipe(
  fields({
    id: described('The name that policies and leave refer to.', id),
    name: maybe('What people call it. null: its id.', words),
    colour: setting('A CSS colour that is readable on light and dark.', words, '#6f6ad1'),
    icon: setting('The name of a picture. Empty: none.', words, ''),
    visibility: setting(
      'How much of it peers see: full, its type; away, that somebody is away; hidden, nothing. The person, their approvers and HR see all; nobody else sees reasons, nor that it is sickness.',
      oneOf(['full', 'away', 'hidden']),
      'away',
    ),
    pendingVisible: setting('Whether peers see it before it is accepted.', flag, false),
    sickness: setting('Whether it is sickness, or the settings of it.', sickness, false),
  }),
  v.transform(({ name, ...type }): LeaveType => ({ ...type, name: name ?? type.id })),
)

export const leaveTypes = v.pipe(
  list(leaveType),
  v.check((all) => new Set(all.map((one) => one.id)).size === all.length, 'names a leave type twice'),
)

/** As it would be written, every setting: what `leaveTypes` reads back as it was. */
export const leaveTypesJson = (types: readonly LeaveType[]) =>
  types.map(({ sickness: of, ...type }) => ({ ...type, sickness: of === null ? false : sicknessJson(of) }))

const sicknessJson = ({ overLeave, bradford }: Sickness) => {
  if (overLeave.kind === 'refused') return { overLeave: overLeave.kind, bradford }
  const { kind, leaveTypes: types, certificate, fromDay } = overLeave
  return { overLeave: kind, leaveTypes: types && [...types], certificate, fromDay, bradford }
}
