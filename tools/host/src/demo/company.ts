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
  /** Months before today; the company is two years old. */
  readonly joinedMonthsAgo: number
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
    joinedMonthsAgo: 24,
  },
  ...teams.map(([team, name, location]): Staff => {
    const role = team === 'People' ? 'admin' : 'approver'
    return { name, team, location, approver: HEAD, role, joinedMonthsAgo: 24 }
  }),
  ...teams.flatMap(([team, lead, , members]) =>
    locations.flatMap(({ key }) =>
      names(members[key]).map(
        (name, n): Staff => ({ name, team, location: key, approver: lead, joinedMonthsAgo: 24 - ((n * 7) % 22) }),
      ),
    ),
  ),
].sort((a, b) => b.joinedMonthsAgo - a.joinedMonthsAgo)

export const teamNames: readonly string[] = teams.map(([team]) => team)

/** Who the start command suggests to sign in as. */
export const suggested = { employee: 'Ana Costa', approver: 'Ben Fischer', admin: 'Clara Jensen' } as const

export const mailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@aldersea.example.test`

function names(list: string): readonly string[] {
  return list ? list.split(', ') : []
}
