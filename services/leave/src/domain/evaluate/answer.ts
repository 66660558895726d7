/** What an answer is made of: JSON, with amounts as exact text. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [member: string]: Json }

export type Answer = { readonly [member: string]: Json }
