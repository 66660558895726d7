import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LeaveType, Roster } from '#api/documents.ts'
import { roster } from './queries.ts'

/** The company as its people know it. Waits (suspends) until it is there. */
export const useRoster = () => {
  const { data } = useSuspenseQuery(roster)
  return useMemo(() => looking(data), [data])
}

const looking = (data: Roster) => {
  const people = new Map(data.people.map((person) => [person.id, person]))
  const types = new Map(data.leaveTypes.map((type) => [type.id, type]))
  const teams = new Map(data.teams.map((team) => [team.id, team.name]))
  return {
    ...data,
    today: data.company.today,
    isDecider: data.me.roles.some((role) => role !== 'employee'),
    nameOf: (person: string): string => people.get(person)?.name ?? '?',
    teamOf: (person: string): string => teams.get(people.get(person)?.team ?? '') ?? '',
    typeOf: (id: string | null): LeaveType | undefined => (id === null ? undefined : types.get(id)),
  }
}
