import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { shellTexts } from '../i18n/shell.ts';
import { useAddressValue } from './address.ts';

interface Props {
  /** Name of the left column for screen readers. */
  label: string;
  queue: ReactNode;
  /** The selected thing, or an invitation to select one. */
  detail: ReactNode;
  /** Whether something is selected: on a phone it takes the place of the queue. */
  open: boolean;
  /** The customer beside it. */
  side?: ReactNode;
}

/** Queue, selected thing and customer: three columns where there is room, pages one after another where there is not. */
export function Columns({ label, queue, detail, open, side }: Props): ReactNode {
  const t = useTexts(shellTexts);
  const [panel, setPanel] = useAddressValue('panel');
  const shown = panel === 'customer' && side ? 'side' : open ? 'detail' : 'queue';
  return (
    <>
      <main className="columns" data-shown={shown} data-side={side ? 'yes' : 'no'}>
        <section className="queue" aria-label={label}>
          {queue}
        </section>
        <section className="detail">{detail}</section>
      </main>
      {side && (
        <aside className="side" data-shown={shown} aria-label={t.customer}>
          <Button
            className="side-close"
            type="text"
            icon={<Icon name="close" />}
            aria-label={t.closePanel}
            onClick={() => setPanel(undefined)}
          />
          {side}
        </aside>
      )}
    </>
  );
}

/** Opens the customer beside the selected thing where the window has no room for three columns. */
export function CustomerButton(): ReactNode {
  const t = useTexts(shellTexts);
  const [, setPanel] = useAddressValue('panel');
  return (
    <Button className="side-open" size="small" icon={<Icon name="person" />} onClick={() => setPanel('customer')}>
      {t.showCustomer}
    </Button>
  );
}
