import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { conversationTexts } from '../i18n/conversations.ts';

/** Chooses files that go to the customer with the next message. */
export function AttachButton({ attach }: { attach(files: File[]): void }): ReactNode {
  const t = useTexts(conversationTexts);
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" icon={<Icon name="file" />} onClick={() => field.current?.click()}>
        {t.attach}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept="image/*,audio/*,video/*,.pdf,.txt,.csv"
        aria-label={t.attach}
        onChange={({ target }) => {
          attach([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </>
  );
}

/** What goes with the next message, and may still be taken away. */
export function AttachedFiles({ files, remove }: { files: readonly File[]; remove(file: File): void }): ReactNode {
  const t = useTexts(conversationTexts);
  if (files.length === 0) return null;
  return (
    <ul className="reply-files" aria-label={t.attached}>
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
        <li key={`${file.name} ${index}`}>
          <Icon name="file" />
          <span>{file.name}</span>
          <Button
            type="text"
            size="small"
            icon={<Icon name="close" />}
            aria-label={t.detach(file.name)}
            onClick={() => remove(file)}
          />
        </li>
      ))}
    </ul>
  );
}
