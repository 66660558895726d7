import { mkdir, writeFile } from 'node:fs/promises'
import Holidays from 'date-holidays'
import { countryFile } from './country.ts'
import { folder, textOf } from './written.ts'

await mkdir(folder, { recursive: true })
const countries = Object.keys(new Holidays().getCountries()).sort()
await writeFile(new URL('countries.json', folder), `${JSON.stringify(countries)}\n`)
for (const country of countries) await writeFile(new URL(`${country}.json`, folder), textOf(countryFile(country)))
console.log(`${countries.length} countries written`)
