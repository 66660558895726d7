import { useMutation } from '@tanstack/react-query'
import type { TadaDocumentNode } from 'gql.tada'
import { useState } from 'react'
import type { Payload } from '#api/documents.ts'
import { intents } from '#model/intents.ts'
import { newId } from '#platform/browser.ts'
import { ask } from './backend.ts'

/**
 * Sends a command until it is answered, under one id. `data` is the answer, refusals included; `error` is trouble. Pressing
 * the button again after trouble sends the same command, which cannot happen twice.
 */
export const useCommand = <Input extends { readonly commandId: string }>(
  operation: TadaDocumentNode<{ readonly done: Payload }, { readonly input: Input }>,
  onDone: (answer: Payload, input: Omit<Input, 'commandId'>) => Promise<void>,
) => {
  const [open] = useState(() => intents(newId))
  return useMutation({
    mutationFn: async (input: Omit<Input, 'commandId'>) => {
      const command = { ...input, commandId: open.idFor(input) } as Input
      return (await ask(operation, { input: command })).done
    },
    onSuccess: async (answer, input) => {
      open.answered()
      if (!answer.problem) await onDone(answer, input)
    },
  })
}
