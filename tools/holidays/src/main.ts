import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import Holidays from 'date-holidays'
import { areaOf } from './area.ts'
import { countryFile } from './country.ts'
import { folder, textOf } from './written.ts'

await mkdir(folder, { recursive: true })
for (const old of await readdir(folder)) await rm(new URL(old, folder))
const countries = Object.keys(new Holidays().getCountries()).sort()
const areas = Map.groupBy(countries, areaOf)
for (const [area, inIt] of areas) await writeFile(new URL(`${area}.json`, folder), textOf(inIt.map(countryFile)))
const index = Object.fromEntries(countries.map((country) => [country, areaOf(country)]))
await writeFile(new URL('countries.json', folder), `${JSON.stringify(index, undefined, 1)}\n`)
console.log(`${countries.length} countries in ${areas.size} areas written`)
