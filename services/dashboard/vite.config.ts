import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** react-aria speaks 30 languages and our catalogue one: the others would be 100 kB that nobody hears. */
const ariaInEnglish: Plugin = {
  name: 'aria-in-english',
  enforce: 'pre',
  async resolveId(source, importer) {
    const other = /^(.*\/)(?!en-US)[a-z]{2}-[A-Z]{2}\.(m?js)$/.exec(source)
    if (!other || !importer?.includes('react-aria')) return null
    return this.resolve(`${other[1]}en-US.${other[2]}`, importer, { skipSelf: true })
  },
}

export default defineConfig({
  plugins: [react(), ariaInEnglish],
  build: { target: 'es2023', modulePreload: { polyfill: false }, reportCompressedSize: false },
  // `pnpm dev`: the pages from here, everything else from a product that runs already, which sees the page's own host.
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/live.json', '/v1', '/_host'].map((path) => [
        path,
        { target: process.env['AWAYDAY_URL'] ?? 'http://127.0.0.1:3000', changeOrigin: false, ws: true },
      ]),
    ),
  },
})
