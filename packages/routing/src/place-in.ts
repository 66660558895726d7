import type { Place, StoreName, Tenants } from '@awayday/event-sourcing'
import type { Routes } from './routes.ts'

/** What was true five seconds ago is still true of a store that is home; that it is not, is asked again. */
export const placeIn = (
  { name: here, tenants }: { readonly name: StoreName; readonly tenants: Pick<Tenants, 'route'> },
  routes: Routes,
): Place => ({
  here,
  home: async (tenant) => ((await routes.of(tenant)).home === here ? here : (await routes.now(tenant)).home),
  anew: async (tenant) => (await tenants.route(tenant))?.anew,
})
