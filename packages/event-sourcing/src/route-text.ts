import type { Route, RouteRow } from './tenants.port.ts'

/** For adapters: what of a route is stored as JSON text beside `home` and `rev`; none for a tenant that never moved. */
export const routeText = (route: Omit<Route, 'home'>): string | undefined => {
  const { epoch, to, reads, shadow, since, finishing, deleting, anew } = route
  const text = JSON.stringify({ epoch, to, reads, shadow, since, finishing, deleting, anew })
  return text === '{"epoch":0}' ? undefined : text
}

export const routeRow = (home: string, rev: number, text: string | null | undefined): RouteRow => ({
  ...(text ? (JSON.parse(text) as Omit<Route, 'home'>) : { epoch: 0 }),
  home: home as Route['home'],
  rev,
})
