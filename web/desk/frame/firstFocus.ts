import { type RefObject, useRef } from 'react';

/**
 * The field of a dialog that is written in first. Where the device asks for less motion, the dialog is still hidden while its fields
 * would take the focus by themselves, so it is given once the dialog is open: pass `ref` to the field, the rest to the dialog.
 */
export function useFirstFocus<Field extends { focus(): void }>(): {
  ref: RefObject<Field | null>;
  dialog: { afterOpenChange(open: boolean): void };
} {
  const ref = useRef<Field>(null);
  const afterOpenChange = (open: boolean) => {
    if (open) ref.current?.focus();
  };
  return { ref, dialog: { afterOpenChange } };
}
