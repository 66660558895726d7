declare const brand: unique symbol

/** A value that has been checked. Brands are given out where input is parsed, and by the adapter that owns one. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
