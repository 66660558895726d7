import { addDays, type LocalDate, parseLocalDate, yearOf } from '@awayday/kernel'

/** The demo company: obviously made up, the same at every start. */
export const company = { tenant: 'demo', name: 'Aldersea Instruments' } as const

export const locations = [
  { key: 'lisbon', name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon' },
  { key: 'berlin', name: 'Berlin', country: 'DE', zone: 'Europe/Berlin' },
  { key: 'boston', name: 'Boston', country: 'US', zone: 'America/New_York' },
] as const

export type LocationKey = (typeof locations)[number]['key']

export type Staff = {
  readonly name: string
  readonly team: string
  readonly location: LocationKey
  /** The person's approver, by name; the head of the company has none. */
  readonly approver: string | null
  readonly role?: 'approver' | 'admin'
  /** On the first of a month, so many months after the company was founded. */
  readonly joinedAfterMonths: number
}

/** Each team: its name, its lead (who approves), its members by location. */
const teams: readonly (readonly [
  team: string,
  lead: string,
  at: LocationKey,
  members: Readonly<Record<LocationKey, string>>,
])[] = [
  [
    'Engineering',
    'Ben Fischer',
    'berlin',
    {
      lisbon: 'Ana Costa, Tiago Moreira, Beatriz Lopes, Rui Tavares, Marta Nunes, Diogo Faria',
      berlin: 'Lena Vogt, Jonas Brandt, Mira Seidel, Felix Ullmann, Greta Hoff',
      boston: 'Sam Porter, Olivia Reyes, Ethan Cole, Maya Brooks',
    },
  ],
  [
    'Design',
    'Sofia Almeida',
    'lisbon',
    { lisbon: 'Joana Pires, Miguel Antunes, Carla Rosa', berlin: 'Nora Eck, Paul Wieland', boston: 'Grace Lin' },
  ],
  [
    'Sales',
    'Marcus Bell',
    'boston',
    {
      lisbon: 'Pedro Salgado, Rita Campos',
      berlin: 'Anke Thoma, Uwe Lorenz, Silke Maurer',
      boston: 'Hannah Price, Derek Stone, Julia Marsh, Owen Pratt, Tessa Ford',
    },
  ],
  [
    'Support',
    'Ines Cardoso',
    'lisbon',
    {
      lisbon: 'Hugo Matias, Vera Pinho, Luis Amaral, Paula Serra, Nuno Bento',
      berlin: 'Kai Roth, Emma Lindner, Timo Adler',
      boston: 'Leah Hunt, Carlos Vega',
    },
  ],
  [
    'Production',
    'Dieter Kraus',
    'berlin',
    {
      lisbon: '',
      berlin: 'Hanne Bock, Ralf Ziegler, Moritz Stein, Elif Demir, Jana Kuhn, Oskar Blum, Petra Haas',
      boston: 'Victor Lane',
    },
  ],
  [
    'People',
    'Clara Jensen',
    'boston',
    { lisbon: 'Filipa Moura, Andre Sousa', berlin: 'Ute Sommer', boston: 'Noah Grant' },
  ],
]

const HEAD = 'Helena Duarte'

/** 60 people: the head of the company, six leads and their teams, in the order in which they joined. */
export const staff: readonly Staff[] = [
  {
    name: HEAD,
    team: 'People',
    location: 'lisbon' as const,
    approver: null,
    role: 'approver' as const,
    joinedAfterMonths: 0,
  },
  ...teams.map(([team, name, location]): Staff => {
    const role = team === 'People' ? 'admin' : 'approver'
    return { name, team, location, approver: HEAD, role, joinedAfterMonths: 0 }
  }),
  ...teams.flatMap(([team, lead, , members]) =>
    locations.flatMap(({ key }) =>
      names(members[key]).map(
        (name, n): Staff => ({ name, team, location: key, approver: lead, joinedAfterMonths: (n * 7) % 22 }),
      ),
    ),
  ),
].sort((a, b) => a.joinedAfterMonths - b.joinedAfterMonths)

/** Each department, who leads it, and its teams. */
export const departments = [
  { name: 'Product', head: 'Ben Fischer', teams: ['Engineering', 'Design'] },
  { name: 'Customers', head: 'Marcus Bell', teams: ['Sales', 'Support'] },
  { name: 'Operations', head: 'Clara Jensen', teams: ['Production', 'People'] },
] as const

export const teamNames: readonly string[] = teams.map(([team]) => team)

/** Who the start command suggests to sign in as. */
export const suggested = { employee: 'Ana Costa', approver: 'Ben Fischer', admin: 'Clara Jensen' } as const

/** The first day of the year in which two years ago falls: every balance the demo shows began with a whole year. */
export const foundedOn = (today: LocalDate): LocalDate => firstOfMonth(yearOf(addDays(today, -730)), 0)

export const joinedOn = (founded: LocalDate, { joinedAfterMonths }: Staff): LocalDate =>
  firstOfMonth(yearOf(founded), joinedAfterMonths)

export const mailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@aldersea.example.test`

/** `months` may run past the year. */
function firstOfMonth(year: number, months: number): LocalDate {
  const month = String((months % 12) + 1).padStart(2, '0')
  return parseLocalDate(`${year + Math.floor(months / 12)}-${month}-01`) as LocalDate
}

function names(list: string): readonly string[] {
  return list ? list.split(', ') : []
}
