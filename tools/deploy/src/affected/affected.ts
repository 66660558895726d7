/** What a service is made of: each of its parts (functions, its web app), by the files and packages that it has. */
export type MadeOf = {
  readonly service: string
  readonly parts: Readonly<
    Record<string, { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> }>
  >
  /** Files that say what it publishes, and whom it hears. */
  readonly contract: ReadonlySet<string>
  readonly hears: readonly string[]
}

export type Change = { readonly files: readonly string[]; readonly packages: ReadonlyMap<string, string> }

/** How stacks are made is everybody's. */
const OF_ALL = /^tools\/deploy\/src\/(bundle|build|stacks)\/(?!.*\.spec\.ts$)/

/** By service, why a change touches it: a sentence for each reason. Services that it does not touch are not there. */
export const affected = (services: readonly MadeOf[], change: Change): ReadonlyMap<string, readonly string[]> =>
  new Map(
    services.flatMap((one) => {
      const reasons = [
        ...byFile(one, change),
        ...byPackage(one, change),
        ...byContract(one, services, change),
        ...byDeploy(change),
      ]
      return reasons.length > 0 ? [[one.service, reasons] as const] : []
    }),
  )

const byFile = ({ parts }: MadeOf, { files }: Change): readonly string[] =>
  files.flatMap((file) => {
    const within = partsWith(parts, (part) => part.files.has(file))
    return within.length > 0 ? [`${file} is in ${counted(within)}`] : []
  })

const byPackage = ({ parts }: MadeOf, { packages }: Change): readonly string[] =>
  [...packages].flatMap(([name, versions]) => {
    const within = partsWith(parts, (part) => part.packages.has(name))
    return within.length > 0 ? [`${name} ${versions} is in ${counted(within)}`] : []
  })

/** A deploy looks whether they still fit together; so does whoever reads this. */
const byContract = ({ hears }: MadeOf, services: readonly MadeOf[], { files }: Change): readonly string[] =>
  services
    .filter(({ service }) => hears.includes(service))
    .flatMap(({ service, contract }) =>
      files
        .filter((file) => contract.has(file))
        .map((file) => `it hears ${service}, whose contract is changed by ${file}`),
    )

const byDeploy = ({ files }: Change): readonly string[] =>
  files.filter((file) => OF_ALL.test(file)).map((file) => `${file} says how all are built and deployed`)

const partsWith = (parts: MadeOf['parts'], has: (part: MadeOf['parts'][string]) => boolean): readonly string[] =>
  Object.entries(parts).flatMap(([name, part]) => (has(part) ? [name] : []))

const counted = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0
    ? first
    : others.length === 1
      ? `${first} and ${others[0]}`
      : `${first} and ${others.length} others`
