import type { Page } from '../http/server.ts'

const TYPE = /^\/problems\/([A-Za-z][A-Za-z0-9]{1,59})$/

/** A page for every type of problem that an answer may name. */
export const plainPages: Page = (_request, _response, { method, path }) => {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  const [, type] = TYPE.exec(path) ?? []
  return type === undefined ? undefined : Promise.resolve(problemPage(type))
}

/** `NotEnoughLeft` reads "Not enough left". */
const problemPage = (type: string) => {
  const words = type.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
    cookies: [],
    body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${words} · Awayday</title></head>
<body>
<main>
<h1>${words}</h1>
<p>This is the type of a problem (RFC 9457) that Awayday answered: a request was understood, and refused for this reason.
Nothing was changed. The answer itself carries the facts: its title, its status, and the members named beside them.</p>
<p>Programs may rely on the type: <code>/problems/${type}</code></p>
</main>
</body>
</html>
`,
  }
}
