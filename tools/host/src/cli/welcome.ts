import type { Host } from '../start-host.ts'

type Person = { readonly name: string; readonly role: string }

/** What `pnpm start` prints when all is ready. */
export const welcome = ({ url, clock }: Host, dataDir: string, people: readonly Person[]): string => {
  const rows: readonly (readonly [string, string])[] = [
    ['Dashboard', `${url}/`],
    ...people.map(({ name, role }) => ['Sign in as', `${name}, ${role}`] as const),
    ['Console', `${url}/_host/`],
    ['Today', clock.now().slice(0, 10)],
    ['Data', dataDir],
  ]
  const lines = rows.map(([what, where], n) => `  ${(rows[n - 1]?.[0] === what ? '' : what).padEnd(12)}${where}`)
  return `\nAwayday runs in demo mode, for this machine only. Ctrl-C stops it.\n\n${lines.join('\n')}\n`
}
