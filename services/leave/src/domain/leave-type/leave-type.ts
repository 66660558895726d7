/** A kind of absence, as a company has set it up. */
export type LeaveType = {
  readonly id: string
  readonly name: string
  /** A CSS colour that is readable on light and dark. */
  readonly colour: string
  /** The name of a picture; empty: none. */
  readonly icon: string
  /** How much of it peers see: its type (`full`), that somebody is away (`away`, default), or nothing (`hidden`). */
  readonly visibility: 'full' | 'away' | 'hidden'
  /** Whether peers see it before it is accepted. False by default. */
  readonly pendingVisible: boolean
  /** Null (default): no sickness. */
  readonly sickness: Sickness | null
}

/** Peers never see more of sickness than that somebody is away, and never its reason. */
export type Sickness = {
  readonly overLeave: OverLeave
  /** Whether its Bradford factor is shown to HR. False by default. */
  readonly bradford: boolean
}

/** What sickness during accepted leave of another type does: it clashes, or gives the leave back (CJEU C-277/08; §9 BUrlG). */
export type OverLeave =
  | { readonly kind: 'refused' }
  | {
      readonly kind: 'givesBack'
      /** Leave of which types comes back; null (default): of all. */
      readonly leaveTypes: readonly string[] | null
      /** `needed` (default): only what a certificate covers comes back. */
      readonly certificate: 'needed' | 'notNeeded'
      /** What comes back begins with this calendar day of the sickness; 1 by default. */
      readonly fromDay: number
    }
