import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Wish } from '#api/documents.ts'
import { preview } from '#data/queries.ts'
import { useWords } from '#i18n/use-words.ts'
import { BeforeAfter } from '#ui/before-after.tsx'
import { Figure } from '#ui/figure.tsx'
import { ProblemNote } from '#ui/note.tsx'

/** What the wish would cost, or why it would be refused, before it is sent. */
export const WishPreview = ({ wish }: { readonly wish: Wish }) => {
  const { t } = useWords()
  const { data, error } = useQuery({ ...preview(wish), placeholderData: keepPreviousData })
  if (error && !data) return <p>{t('request.notCounted')}</p>
  if (!data) return <p>{t('request.counting')}</p>
  const { amount, availableBefore: before, availableAfter: after, problem } = data
  return (
    <>
      {problem ? <ProblemNote problem={problem} urgent={false} /> : null}
      {amount && !problem ? (
        <p className="cost">
          <Figure text={amount.text} />
        </p>
      ) : null}
      {before && after && !problem ? <BeforeAfter before={before} after={after} /> : null}
      {amount && !before && !problem ? <p>{t('request.noBalance')}</p> : null}
    </>
  )
}
