import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { CloseIcon } from './icons.tsx'

type Props = {
  readonly title: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  /** A question that must be answered is `alert`. */
  readonly kind?: 'dialog' | 'alertdialog'
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A dialog over the page; on a phone it comes up from below. Focus goes in, stays in, and returns to where it was. */
export const Sheet = ({ title, isOpen, onClose, kind = 'dialog', wide = false, children }: Props) => {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      isDismissable={kind === 'dialog'}
      onOpenChange={(open) => open || onClose()}
    >
      <Modal className={wide ? 'sheet sheet-wide' : 'sheet'}>
        <Dialog role={kind} className="sheet-body">
          <div className="sheet-head">
            <Heading slot="title">{title}</Heading>
            <Button look="icon" aria-label={t('dialog.close')} onPress={onClose}>
              <CloseIcon />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
