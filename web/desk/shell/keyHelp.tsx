import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { shellTexts } from '../i18n/shell.ts';

/** Which keys do what. */
export function KeyHelp({ open, close }: { open: boolean; close(): void }): ReactNode {
  const t = useTexts(shellTexts);
  const keys: [string[], string][] = [
    [['j', 'k'], t.keyMove],
    [['Enter'], t.keyOpen],
    [['c'], t.keyClaim],
    [['d'], t.keyDone],
    [['s'], t.keySnooze],
    [['a'], t.keyAssign],
    [['n'], t.keyNote],
    [['1', '…', '9'], t.keyStep],
    [['t'], t.keyNew],
    [['x', '*'], t.keyChoose],
    [['v'], t.keyView],
    [['h', 'l'], t.keyColumn],
    [['m'], t.keyCard],
    [['[', ']', '.'], t.keyMonth],
    [['1', '2', '↓'], t.keySuggestion],
    [['w'], t.keyDraft],
    [['/'], t.keySearch],
    [['Ctrl + Enter'], t.keySend],
    [['Esc'], t.keyEscape],
    [['?'], t.keyHelp],
  ];
  return (
    <Modal open={open} onCancel={close} footer={null} title={t.keyboard} width={440}>
      <p className="soft">{t.keysIntro}</p>
      <dl className="key-list">
        {keys.map(([names, text]) => (
          <div key={text}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
