import { useEffect, useState } from 'react';
import type { Localized } from '../kit/i18n.ts';
import { browserStore, readJson } from '../kit/storage.ts';

/** What the customer sees of the shop: GET /api/v1/shop. */
export interface Shop {
  name: Localized;
  /** When people answer, in words. */
  hoursText: Localized;
  hotline?: string;
  /** Whether people of the team are there now. */
  openNow?: boolean;
}

const key = 'zhiyin.shop';
const store = browserStore(() => localStorage);

/** The shop: at once as it was last seen, then as it is. */
export function useShop(): Shop | undefined {
  const [shop, setShop] = useState<Shop | undefined>(() => readShop(readJson(store, key)));
  useEffect(() => {
    fetch('/api/v1/shop')
      .then((response) => response.json())
      .then((body: unknown) => {
        const read = readShop(body);
        if (!read) return;
        store.set(key, JSON.stringify(read));
        setShop(read);
      })
      .catch(() => undefined); // The name as it was last seen will do.
  }, []);
  return shop;
}

function readShop(value: unknown): Shop | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, hoursText, hotline, openNow }: { [K in keyof Shop]?: unknown } = value;
  if (!isLocalized(name) || !isLocalized(hoursText)) return undefined;
  return {
    name,
    hoursText,
    ...(typeof hotline === 'string' && hotline !== '' && { hotline }),
    ...(typeof openNow === 'boolean' && { openNow }),
  };
}

function isLocalized(value: unknown): value is Localized {
  if (typeof value !== 'object' || value === null) return false;
  const { zh, en }: { zh?: unknown; en?: unknown } = value;
  return typeof zh === 'string' && typeof en === 'string';
}
