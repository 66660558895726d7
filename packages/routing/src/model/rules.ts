/** The rules of a move, each of which can be broken, to see whether it is missed. */
export type Rules = {
  /** From row to row until one lies in the home that it names: a third store's row is older than the last move. */
  readonly followsPointers: boolean
  /** When the chain found in `to` is the truth: its last seal is of the route's epoch and leads there. */
  readonly trusts: 'the last seal, of this epoch' | 'the last seal' | 'any record'
  /** An append, a writer's or a sealer's, is refused if its version is there. */
  readonly appendsIfAbsent: boolean
  readonly sealsIfAbsent: boolean
  /** Nothing is sealed by an epoch that the stream's last seal has reached. */
  readonly sealsOncePerEpoch: boolean
  /** A head that another store owns is not appended at. */
  readonly followsSeals: boolean
  /** Under an announced move, version 1 is a seal in home. */
  readonly sealsVersionOne: boolean
  /** A lone seal, met with another version 1 where it leads, says nothing. */
  readonly voidsStraySeals: boolean
  /** A chain in `to` with a gap is not there yet. */
  readonly gapMeansNotYet: boolean
  /** Copies go in version order. */
  readonly copies: 'oldest first' | 'newest first'
  /** Other bytes in the way stay, and stop whoever copies. */
  readonly keepsOtherBytes: boolean
  /** What a store that is not home brings home: all that home lacks, in order, or its own records as they come. */
  readonly carries: 'all that lacks' | 'own records'
  /** What is brought home lies behind a seal that leads to the store it is brought from. */
  readonly carriesBehindSeals: boolean
  /** Nothing is copied out of a new home before its finish is over. */
  readonly copiesOnlyWhenFinished: boolean
  /** A rollback, and every other announcement, has the next epoch. */
  readonly nextEpoch: boolean
  /** What a finish waits for before its last sweep: processes that do not know the announced route, and their operations. */
  readonly waitsForAnnounced: 'operations' | 'caches' | 'nothing'
  /** The same for the finished route, before stray seals and old data are removed and before the next announcement. */
  readonly waitsForFinished: 'operations' | 'caches' | 'nothing'
  /** The last sweep comes after the wait. */
  readonly sweepsLast: boolean
  /** `finishing` is written only on the row that was read before. */
  readonly marksIfUnchanged: boolean
  /** Stray seals are removed from the old store. */
  readonly clearsStraySeals: boolean
  /** The very seal that was found, not whatever is there by then. */
  readonly clearsThatSealOnly: boolean
  /** Old data is removed only when the finish is over, not as soon as all of it is copied. */
  readonly deletesAfterFinish: boolean
  /** Nothing is announced into a store while old data is still being removed from it. */
  readonly deletionBeforeMoves: boolean
}

export const asDecided: Rules = {
  followsPointers: true,
  trusts: 'the last seal, of this epoch',
  appendsIfAbsent: true,
  sealsIfAbsent: true,
  sealsOncePerEpoch: true,
  followsSeals: true,
  sealsVersionOne: true,
  voidsStraySeals: true,
  gapMeansNotYet: true,
  copies: 'oldest first',
  keepsOtherBytes: true,
  carries: 'all that lacks',
  carriesBehindSeals: true,
  copiesOnlyWhenFinished: true,
  nextEpoch: true,
  waitsForAnnounced: 'operations',
  waitsForFinished: 'operations',
  sweepsLast: true,
  marksIfUnchanged: true,
  clearsStraySeals: true,
  clearsThatSealOnly: true,
  deletesAfterFinish: true,
  deletionBeforeMoves: true,
}
