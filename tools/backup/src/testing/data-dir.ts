import { createTables, openStore } from '@awayday/stores'
import { keeping } from '../cli/keeping.ts'
import { placeOf } from '../place.ts'
import type { Company } from './company.ts'
import { living } from './places.ts'

/** Makes a data directory where every service keeps the same of these companies. */
export const livingIn = async (dataDir: string, companies: Readonly<Record<string, Company>>): Promise<void> => {
  for (const service of keeping) {
    await using store = await openStore({ AWAYDAY_DATA_DIR: dataDir }, service.name)
    await createTables(store, service)
    await living(await placeOf(service, store), companies)
  }
}
