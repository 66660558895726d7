import type { CSSProperties } from 'react'
import type { LeaveType } from '#api/documents.ts'

/** Gives a type's colour to the style sheet. */
export const inColourOf = (type: LeaveType | undefined): CSSProperties =>
  ({ '--type': type?.colour ?? 'var(--ink-2)' }) as CSSProperties

export const TypeName = ({ type }: { readonly type: LeaveType | undefined }) => (
  <span className="type-name" style={inColourOf(type)}>
    <span className="type-dot" aria-hidden="true" />
    {type?.name}
  </span>
)
