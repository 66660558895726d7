/**
 * What a port promises: named clauses, each a function that throws when its promise is broken. A clause speaks through the
 * port alone and uses names nobody else uses, so that clauses run side by side on one store and nothing is ever cleared.
 */
export type Contract<Port, Given = undefined> = Readonly<Record<string, (port: Port, given: Given) => Promise<void>>>
