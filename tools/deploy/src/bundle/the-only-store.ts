import { readFile } from 'node:fs/promises'
import type { StoreName } from '@awayday/event-sourcing'
import type { Plugin } from 'esbuild'

/**
 * Where a bundle has one store nothing is chosen when it starts: what is loaded on demand for that store comes with what asks for it. Apart it
 * would divide all that both need into many small files, of which each takes a start a third of a millisecond.
 */
export const theOnlyStore = (stores: readonly StoreName[]): Plugin => ({
  name: 'the-only-store',
  setup({ onLoad }) {
    const [store, ...others] = stores
    if (!store || others.length > 0) return
    const onDemand = new RegExp(`await import\\('([^']*/${store}(?:/[\\w-]+-views)?\\.ts)'\\)`, 'g')
    onLoad({ filter: /\/(packages|services)\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const imports: string[] = []
      const contents = text.replace(onDemand, (_, from) => {
        imports.push(`import * as onlyStore${imports.length} from '${from}'`)
        return `onlyStore${imports.length - 1}`
      })
      return imports.length > 0 ? { contents: [contents, ...imports].join('\n'), loader: 'ts' } : undefined
    })
  },
})
