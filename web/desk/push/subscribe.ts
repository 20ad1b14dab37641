/** What a browser says of itself, to be sent to /notification-settings/browsers. */
export interface NewBrowser {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  browser: string;
}

/** Whether this browser can take notifications while the desk is closed. */
export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window && window.isSecureContext;

/** The person said no, or the browser did for them. */
export class PushRefused extends Error {
  override name = 'PushRefused';
}

/** The endpoint of this browser's subscription, if it has one. */
export async function ownEndpoint(): Promise<string | null> {
  if (!canPush()) return null;
  const registration = await navigator.serviceWorker.getRegistration('/desk/');
  return (await registration?.pushManager.getSubscription())?.endpoint ?? null;
}

/** Asks for permission and subscribes at the browser's push service. Throws PushRefused. */
export async function subscribe(pushKey: string): Promise<NewBrowser> {
  if ((await Notification.requestPermission()) !== 'granted') throw new PushRefused();
  const registration = await navigator.serviceWorker.register('/desk/worker.js', { scope: '/desk/' });
  await navigator.serviceWorker.ready.catch(() => undefined);
  try {
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: pushKey,
    });
    const { endpoint, keys } = subscription.toJSON();
    return {
      endpoint: endpoint ?? '',
      keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
      browser: nameOf(navigator.userAgent),
    };
  } catch {
    throw new PushRefused();
  }
}

/** Ends the subscription of this browser. */
export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/desk/');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

/** "Chrome · Windows", to tell one's browsers apart. */
export function nameOf(agent: string): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : '?';
  const system = /iPhone|iPad/.test(agent)
    ? 'iOS'
    : /Android/.test(agent)
      ? 'Android'
      : /Windows/.test(agent)
        ? 'Windows'
        : /Mac OS/.test(agent)
          ? 'macOS'
          : /Linux/.test(agent)
            ? 'Linux'
            : '?';
  return `${browser} · ${system}`;
}
