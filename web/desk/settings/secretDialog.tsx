import { App, Button, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { settingsTexts } from '../i18n/settings.ts';

interface Props {
  title: string;
  text: string;
  secret: string;
  close(): void;
}

/** Shows what is shown only once: a sign-in link, a key. */
export function SecretDialog({ title, text, secret, close }: Props): ReactNode {
  const t = useTexts(settingsTexts);
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    void message.success(t.copied);
  };
  return (
    <Modal open title={title} onCancel={close} footer={<Button onClick={close}>{t.close}</Button>}>
      <p>{text}</p>
      <div className="form-inline">
        <Input readOnly aria-label={title} value={secret} onFocus={(event) => event.target.select()} />
        <Button type="primary" onClick={() => void copy()}>
          {t.copy}
        </Button>
      </div>
    </Modal>
  );
}
