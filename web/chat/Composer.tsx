import { Input } from '@chatui/core';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { useChatTools } from './ChatContext.ts';
import { ChosenFilesStrip } from './ChosenFilesStrip.tsx';
import { Icon } from './Icons.tsx';
import { useFiles } from './useFiles.ts';

const accepted = 'image/*,application/pdf,text/plain,audio/*,video/*';
const maxLength = 4000;

/** Where the customer writes and adds pictures. Enter sends, Shift+Enter begins a line. */
export function Composer({ inputRef }: { inputRef: RefObject<HTMLTextAreaElement | null> }) {
  const { texts, send, typing } = useChatTools();
  const [text, setText] = useState('');
  const chosen = useFiles(texts);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const ready = text.trim() !== '' || chosen.files.length > 0;

  const submit = () => {
    if (!ready) return;
    const words = text.trim();
    send({ type: 'message', ...(words && { text: words }) }, chosen.take());
    setText('');
    inputRef.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter also confirms a Chinese input method's candidate; that is no wish to send.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  };
  const onPicked = (input: HTMLInputElement) => {
    chosen.add(input.files ?? []);
    input.value = '';
    inputRef.current?.focus();
  };

  return (
    <footer className="composer">
      <div className="composer-column">
        <ChosenFilesStrip chosen={chosen} />
        <form
          className="composer-box"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <input
            ref={picker}
            className="composer-picker"
            type="file"
            multiple
            accept={accepted}
            hidden
            onChange={({ currentTarget }) => onPicked(currentTarget)}
          />
          <input
            ref={camera}
            className="composer-camera"
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            onChange={({ currentTarget }) => onPicked(currentTarget)}
          />
          <button
            type="button"
            className="tool"
            aria-label={texts.attach}
            title={texts.attach}
            onClick={() => picker.current?.click()}
          >
            <Icon name="attach" />
          </button>
          <button
            type="button"
            className="tool tool--camera"
            aria-label={texts.takePhoto}
            title={texts.takePhoto}
            onClick={() => camera.current?.click()}
          >
            <Icon name="camera" />
          </button>
          <Input
            ref={inputRef}
            className="composer-input"
            rows={1}
            maxRows={6}
            autoSize
            maxLength={maxLength}
            showCount={false}
            value={text}
            placeholder={texts.writeHere}
            aria-label={texts.message}
            enterKeyHint="send"
            onChange={(value: string) => {
              setText(value);
              if (value) typing();
            }}
            onKeyDown={onKeyDown}
          />
          <button type="submit" className="composer-send" aria-label={texts.send} title={texts.send} disabled={!ready}>
            <Icon name="send" />
          </button>
        </form>
      </div>
      {chosen.dragging && (
        <div className="drop" aria-hidden="true">
          <Icon name="attach" size={32} />
          {texts.dropHere}
        </div>
      )}
    </footer>
  );
}
