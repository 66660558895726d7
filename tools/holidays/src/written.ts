import type { CountryFile } from './country.ts'

/** Beside the adapter that reads them, so that functions carry data and never the library. */
export const folder = new URL('../../../services/leave/src/adapters/holidays/data/', import.meta.url)

/** The countries of an area. One line for each holiday and place: a changed law is a readable change of a file. */
export const textOf = (countries: readonly CountryFile[]): string => `{\n${countries.map(countryText).join(',\n')}\n}\n`

/** A country, by its code, as it is within its area's file. */
export const countryText = ({ country, name, years, holidays, places }: CountryFile): string =>
  `${JSON.stringify(country)}: {
"name": ${JSON.stringify(name)},
"years": ${JSON.stringify(years)},
"holidays": [
${holidays.map((one) => JSON.stringify(one)).join(',\n')}
],
"places": {
${Object.entries(places)
  .map(([region, place]) => `${JSON.stringify(region)}: ${JSON.stringify(place)}`)
  .join(',\n')}
}
}`
