import { addDays, type LocalDate, type PersonId, parseTenantId, type TenantId } from '@awayday/kernel'
import { company, type Staff, staff } from '../demo/company.ts'
import { found, join } from '../demo/found.ts'
import type { Host } from '../start-host.ts'

/** The demo company's head, leads and first people, without any history. Answers their ids by name. */
export const smallCompany = async (host: Host): Promise<ReadonlyMap<string, PersonId>> => {
  const tenant = parseTenantId(company.tenant) as TenantId
  const founded = await found(host, tenant)
  const joined = addDays(host.clock.now().slice(0, 10) as LocalDate, -30)
  const few = staff.filter(({ role, name }) => role || name === 'Ana Costa')
  for (const member of few as readonly Staff[]) await join(host, tenant, founded, member, joined)
  return founded.people
}

/** Signs in over HTTP as the dashboard does; answers the bearer token. */
export const bearerOf = async (url: string, person: PersonId): Promise<string> => {
  const post = (path: string, cookie: string, body?: object) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      ...(body && { body: JSON.stringify(body) }),
    })
  const signedIn = await post('/v1/demo/sign-in', '', { person })
  const [cookie = ''] = signedIn.headers.get('set-cookie')?.split(';') ?? []
  const opened = await post('/v1/session/token', cookie)
  if (!opened.ok) throw new Error(`no token for ${person}: ${signedIn.status}, ${opened.status} ${await opened.text()}`)
  return ((await opened.json()) as { readonly token: string }).token
}
