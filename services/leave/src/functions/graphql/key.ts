/** Where a mutation's input names its command. */
export const key = ({ input }: { readonly input: { readonly commandId: string } }): string => input.commandId
