import type { DemoPerson } from '#api/session.ts'

/** The first person of each role: the server lists those first who show the product best. */
export const leadingRoles = (people: readonly DemoPerson[]): readonly DemoPerson[] =>
  (['employee', 'approver', 'admin'] as const).flatMap((role) => people.find((person) => person.role === role) ?? [])

/** Those whose name or team holds every word that was typed, whatever its case and accents. */
export const found = (people: readonly DemoPerson[], typed: string): readonly DemoPerson[] => {
  const words = plain(typed).split(/\s+/)
  return people.filter(({ name, team }) => {
    const text = plain(`${name} ${team}`)
    return words.every((word) => text.includes(word))
  })
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
