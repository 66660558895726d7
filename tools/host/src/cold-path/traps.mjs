// Loaded before a function (`--import`): notes what costs a cold start dearly, and which modules are loaded.
import { registerHooks } from 'node:module'

const touched = new Set()
const modules = new Set()

for (const name of ['fetch', 'Request', 'Response', 'Headers']) {
  const get = Object.getOwnPropertyDescriptor(globalThis, name)?.get
  const value = get ? undefined : globalThis[name]
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      touched.add(name)
      return get ? get.call(globalThis) : value
    },
  })
}
for (const name of Object.getOwnPropertyNames(Intl)) {
  if (typeof Intl[name] !== 'function' || !/^[A-Z]/.test(name)) continue
  Intl[name] = new Proxy(Intl[name], {
    construct: (target, args, newTarget) => {
      touched.add(`Intl.${name}`)
      return Reflect.construct(target, args, newTarget)
    },
  })
}
for (const prototype of [Number.prototype, Date.prototype, String.prototype, Array.prototype])
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (!/^(toLocale(Date|Time)?String|localeCompare)$/.test(name)) continue
    const plain = prototype[name]
    prototype[name] = function (...args) {
      touched.add(name)
      return plain.apply(this, args)
    }
  }
registerHooks({
  load: (url, context, next) => {
    modules.add(/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(url)?.[1] ?? '')
    return next(url, context)
  },
})
process.on('exit', () => console.log(JSON.stringify({ touched: [...touched], modules: [...modules].filter(Boolean) })))
