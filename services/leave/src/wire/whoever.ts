import type { PersonId } from '@awayday/kernel'
import { NOBODY } from '#domain/person/rows.ts'

/** Stands for whoever holds a role that is asked: the directory knows them, and they bring it along when they act. No person has this id. */
export const WHOEVER = NOBODY as string as PersonId
