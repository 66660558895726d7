/**
 * One command id for one wish of the person: a wish that got no answer is sent again under the id it had, so that it has
 * one effect; once it is answered, or changed, the next one is another wish.
 */
export const intents = (newId: () => string) => {
  let open: { readonly wish: string; readonly id: string } | undefined
  return {
    idFor: (input: unknown): string => {
      const wish = JSON.stringify(input)
      if (open?.wish !== wish) open = { wish, id: newId() }
      return open.id
    },
    answered: (): void => {
      open = undefined
    },
  }
}
