import { type Err, err } from '@awayday/kernel'

export type CrossSite = { readonly type: 'CrossSite' }

/**
 * Refuses what another site's page sends with this site's cookie. Browsers say where a request comes from and no page can
 * make them lie: `sec-fetch-site`, or in older ones `origin`. What says neither is no browser, and has no cookie jar to abuse.
 * A proxy in front of us tells the host that it was asked for; no page can tell it across sites without being asked first.
 * (A cookie that is SameSite=Strict and a content type that needs a preflight each stop the same attack by themselves.)
 */
export const crossSite = (header: (name: string) => string | undefined): Err<CrossSite> | undefined => {
  const site = header('sec-fetch-site')
  const origin = header('origin')
  const ours = site === undefined || site === 'same-origin'
  const fromHere = origin === undefined || hostOf(origin) === (header('x-forwarded-host') ?? header('host'))
  return ours && fromHere ? undefined : err({ type: 'CrossSite' })
}

/** `null`, which a sandboxed page sends, has no host. */
const hostOf = (origin: string): string | undefined => /^https?:\/\/([^/]+)$/.exec(origin)?.[1]
