import type { Unit } from '@awayday/kernel'
import type { Counting } from '#domain/policy/counting.ts'
import type { AbsentDay } from '#domain/time/absence.ts'
import type { Charge, Whereabouts } from '#domain/time/charged.ts'
import { costsOn } from './costs.ts'
import { byDayThenPart } from './named-days.ts'

/** What the parts of one day cost where other leave has parts of it already: all together cost what one leave of all of them would. */
export const costsBeside = (
  where: Whereabouts,
  named: readonly AbsentDay[],
  others: readonly (readonly AbsentDay[])[],
  noon: number,
  counting: Counting,
  unit: Unit,
): Charge[] => {
  if (others.length === 0) return costsOn(where, named, counting, unit)
  const there: AbsentDay[] = []
  let reached = 0
  const adding = (part: AbsentDay): number => {
    there.push(part)
    const all = costsOn(where, there, counting, unit).reduce((sum, { n }) => sum + n, 0)
    const more = Math.max(0, all - reached)
    reached += more
    return more
  }
  const theirs = others.flatMap((other) => [...other].sort(byDayThenPart))
  for (const part of countedOnce(theirs, noon)) adding(part)
  return [...named].sort(byDayThenPart).flatMap((part) => {
    const n = adding(part)
    return n > 0 ? [{ ...part, unit, n }] : []
  })
}

/** Minute by minute: what named halves hold is not counted as hours, nor is any minute twice; there are two halves to name. */
const countedOnce = (parts: readonly AbsentDay[], noon: number): AbsentDay[] => {
  const minutes = Array.from({ length: 1440 }, () => false)
  const halves = new Set<unknown>(parts.map(({ part }) => part).filter((part) => part === 'am' || part === 'pm'))
  let loose = 2 - halves.size
  for (const named of parts) if (halves.has(named.part)) for (const i of minutesOf(named, noon)) minutes[i] = true
  const once: AbsentDay[] = []
  for (const named of parts) {
    if (named.part === 'half') {
      if (loose > 0) once.push(named)
      loose -= 1
    } else if (typeof named.part === 'string') {
      if (!once.some(({ part }) => part === named.part)) once.push(named)
    } else {
      let from: number | undefined
      for (let i = named.part.from; i <= named.part.to; i++) {
        const isNew = i < named.part.to && !minutes[i]
        if (isNew) {
          from ??= i
          minutes[i] = true
        } else if (from !== undefined) {
          once.push({ ...named, part: { from, to: i } })
          from = undefined
        }
      }
    }
  }
  return once
}

/** Whether two leaves want the same minute of a day, or more halves without a side than there is room for. */
export const clash = (one: readonly AbsentDay[], other: readonly AbsentDay[], noon: number): boolean => {
  const minutes = Array.from({ length: 1440 }, () => 0)
  for (const part of [...new Set(one.flatMap((named) => minutesOf(named, noon)))]) minutes[part] = 1
  for (const part of [...new Set(other.flatMap((named) => minutesOf(named, noon)))])
    minutes[part] = 1 + (minutes[part] ?? 0)
  if (minutes.includes(2)) return true
  const halves = [...one, ...other].filter(({ part }) => part === 'half').length
  const untouched = [minutes.slice(0, noon), minutes.slice(noon)].filter((half) => !half.includes(1)).length
  return halves > untouched
}

const minutesOf = ({ part }: AbsentDay, noon: number): number[] => {
  if (part === 'half') return []
  const { from, to } =
    typeof part === 'object' ? part : { from: part === 'pm' ? noon : 0, to: part === 'am' ? noon : 1440 }
  return Array.from({ length: to - from }, (_, i) => from + i)
}
