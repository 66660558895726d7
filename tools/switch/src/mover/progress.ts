import type { Time } from './time.ts'

/** How a copy gets on, for a progress bar or a line of JSON. */
export type Progress = {
  /** Copied in all, what an earlier run did included. */
  readonly items: number
  readonly bytes: number
  /** Of the last ten seconds. */
  readonly itemsPerSecond: number
  readonly unitsPerSecond: number
  /** Writes that may be on their way at the same time. */
  readonly width: number
  readonly tenantsDone: number
  /** Known if the caller knows how much there is. */
  readonly secondsLeft?: number
}

type Done = { readonly items: number; readonly bytes: number; readonly units: number }

/** Tells at most twice a second, and once at the end. */
export const progressMeter = (
  { nowMs }: Pick<Time, 'nowMs'>,
  width: () => number,
  tell: (progress: Progress) => void,
  total?: number,
) => {
  let [items, bytes, tenantsDone, toldAt] = [0, 0, 0, Number.NEGATIVE_INFINITY]
  let recent: { readonly atMs: number; readonly items: number; readonly units: number }[] = []

  const progress = (): Progress => {
    const now = nowMs()
    recent = recent.filter(({ atMs }) => atMs > now - SPAN_MS)
    const seconds = Math.max(1, now - (recent[0]?.atMs ?? now)) / 1_000
    const sum = (of: 'items' | 'units') => Math.round(recent.slice(1).reduce((all, one) => all + one[of], 0) / seconds)
    const itemsPerSecond = sum('items')
    return {
      items,
      bytes,
      itemsPerSecond,
      unitsPerSecond: sum('units'),
      width: width(),
      tenantsDone,
      ...(total !== undefined && itemsPerSecond > 0
        ? { secondsLeft: Math.ceil(Math.max(0, total - items) / itemsPerSecond) }
        : {}),
    }
  }

  return {
    /** Copied by an earlier run. */
    found(done: Pick<Done, 'items' | 'bytes'>): void {
      items += done.items
      bytes += done.bytes
    },
    copied(done: Done): void {
      items += done.items
      bytes += done.bytes
      recent.push({ atMs: nowMs(), items: done.items, units: done.units })
      if (nowMs() - toldAt < EVERY_MS) return
      toldAt = nowMs()
      tell(progress())
    },
    tenantDone(): void {
      tenantsDone++
    },
    end(): Progress {
      const last = progress()
      tell(last)
      return last
    },
  }
}
const EVERY_MS = 500
const SPAN_MS = 10_000
