/** The rules for plain records, each of which can be broken, to see whether it is missed. */
export type Rules = {
  /** A write, and a mark, only if the record is still at the `rev` that was read. */
  readonly writesIfUnchanged: boolean
  readonly marksIfUnchanged: boolean
  /** What lies in `to` counts only with its mark. */
  readonly trustsMarksOnly: boolean
  /** A record that is made under an announced move is made in home, with its mark. */
  readonly madeInHome: boolean
  /** A copy gives way to a record of its own `rev` or a higher one. */
  readonly copiesGiveWay: boolean
  /** A purge leaves a tombstone. */
  readonly leavesTombstones: boolean
  /** What was made under a move stands if its mark, or a later one, has arrived. */
  readonly laterMarksCount: boolean
  /** The last sweep looks whether what was handed over has arrived. */
  readonly finishesWhenCopied: boolean
  readonly waitsForAnnounced: boolean
  readonly waitsForFinished: boolean
}

export const asDecided: Rules = {
  writesIfUnchanged: true,
  marksIfUnchanged: true,
  trustsMarksOnly: true,
  madeInHome: true,
  copiesGiveWay: true,
  leavesTombstones: true,
  laterMarksCount: true,
  finishesWhenCopied: true,
  waitsForAnnounced: true,
  waitsForFinished: true,
}
