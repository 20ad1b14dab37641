import { Image } from 'antd';
import type { ReactNode } from 'react';
import { safeImageUrl, safeUrl } from '../../kit/safeUrl.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { recordTexts } from '../i18n/records.ts';
import { staffAddress } from './staffAddress.ts';

export interface Attachment {
  name: string;
  contentType: string;
  url: string;
}

/** Photos, enlarged by a press, and files as links. An address that may not be followed is shown as its name. */
export function Evidence({ items }: { items: readonly Attachment[] }): ReactNode {
  const t = useTexts(recordTexts);
  if (items.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <ul className="evidence" aria-label={t.evidence}>
        {items.map((item, index) => {
          const address = staffAddress(item.url);
          const picture = item.contentType.startsWith('image/') ? safeImageUrl(address) : undefined;
          const link = safeUrl(address);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: evidence is only ever added to, in this order
            <li key={index}>
              {picture ? (
                <Image
                  src={picture}
                  alt={item.name}
                  width={96}
                  height={96}
                  preview={{ mask: t.openPicture(item.name) }}
                />
              ) : (
                <span className="file">
                  <Icon name="file" />
                  {link ? (
                    <a href={link} target="_blank" rel="noopener noreferrer">
                      {item.name}
                    </a>
                  ) : (
                    item.name
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Image.PreviewGroup>
  );
}
