import { type ReactNode, Suspense } from 'react'
import { PartBoundary } from './boundary.tsx'

type Props = { readonly waiting: ReactNode; readonly children: ReactNode }

/** A part of a page that loads, breaks and is tried again by itself. */
export const Part = ({ waiting, children }: Props) => (
  <PartBoundary>
    <Suspense fallback={waiting}>{children}</Suspense>
  </PartBoundary>
)
