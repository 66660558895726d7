import { digestOf, readBody, type StoreName, sealIn } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { eventKey, eventPlace, type StoredItem, type StoredItems } from '@awayday/stored-items'
import { BackupProblem } from '../problem.ts'

/**
 * The events of a tenant as `pages` yields them, each stream a prefix of what it is: gapless, every record following the one
 * before. While somebody appends, a page may show a record and not the one before, which is then read by its key.
 *
 * Throws a `BackupProblem` where a record is lost or another than its successor says, and where a stream goes on in another
 * store: such a backup would be taken for a good one.
 */
export async function* wholeStreams(
  items: Pick<StoredItems, 'pages' | 'get'>,
  tenant: TenantId,
  here: StoreName,
): AsyncIterable<readonly StoredItem[]> {
  let last: Last = { name: '', version: 0, digest: null, owner: here }
  for await (const page of items.pages(tenant, 'events')) {
    const whole: StoredItem[] = []
    for (const item of page) {
      const { name, version } = eventPlace(item.key)
      if (name !== last.name) {
        owned(last, here)
        last = { name, version: 0, digest: null, owner: here }
      }
      const skipped =
        version === last.version + 1 ? [] : await items.get(tenant, 'events', between(name, last.version, version))
      for (const record of [...skipped, item]) {
        last = following(last, record)
        whole.push(record)
      }
    }
    yield whole
  }
  owned(last, here)
}

/** Where more than a page is missing, the first of them show it. */
const between = (name: string, before: number, version: number): readonly string[] =>
  Array.from({ length: Math.min(version - before - 1, 1_000) }, (_, n) => eventKey(name, before + n + 1))

/** Where a stream ends so far, and which store its last seal named. */
type Last = {
  readonly name: string
  readonly version: number
  readonly digest: string | null
  readonly owner: StoreName
}

const following = ({ name, version: before, digest, owner }: Last, { key, value }: StoredItem): Last => {
  const { version } = eventPlace(key)
  if (version !== before + 1)
    throw new BackupProblem(`The record ${eventKey(name, before + 1)} is lost, and ${key} is there.`)
  const record = { version, body: value }
  if (readBody(record).prev !== digest)
    throw new BackupProblem(
      `The record ${key} does not follow the one before it: one of the two is not what was written.`,
    )
  return { name, version, digest: digestOf(value), owner: sealIn(record)?.to ?? owner }
}

const owned = ({ name, owner }: Last, here: StoreName): void => {
  if (owner !== here)
    throw new BackupProblem(
      `The stream ${name} goes on in ${owner}: finish the move or roll it back (pnpm switch status).`,
    )
}
