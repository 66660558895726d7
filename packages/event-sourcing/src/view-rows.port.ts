import type { Instant, TenantId } from '@awayday/kernel'

/** JSON: a row's content. Services query its fields with their own adapters. */
export type ViewDocument = Readonly<Record<string, unknown>>

/** One row of a read model. It belongs to exactly one stream and shows that stream up to `version`. */
export type ViewRow = {
  /** 1 to 300 of `A-Z a-z 0-9 - . / : _`: a path, so that DynamoDB can answer by its prefix or range. Begins with the row's kind. */
  readonly id: string
  readonly version: number
  /** Absent: a tombstone, which no query and no comparison counts. */
  readonly doc?: ViewDocument
  /** Of a tombstone: from when on the store may forget it, 7 days after the removal. */
  readonly purgeAt?: Instant
}

/** The part of a read model that projections write. Questions are asked through a service's own port. */
export interface ViewRows {
  /** Strongly consistent; tombstones included. */
  load(tenant: TenantId, id: string): Promise<ViewRow | undefined>
  /** Writes the row if the stored one still has the version `seen` (undefined: if there is none); false otherwise: load again. */
  save(tenant: TenantId, row: ViewRow, seen: number | undefined): Promise<boolean>
  /** All rows of a tenant by id (byte order), tombstones left out, in pages: the canonical form that comparisons, moves and backups use. */
  all(tenant: TenantId): AsyncIterable<ViewRow>
}
