/** What bot/notifiers/webPush sends. */
interface Shown {
  title: string;
  body: string;
  url: string;
  tag: string;
  urgent: boolean;
}

interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Pushed extends Waiting {
  data: { json(): Shown } | null;
}
interface Clicked extends Waiting {
  notification: Notification & { data: { path: string } };
}
interface Page {
  url: string;
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
}

/** As much of a service worker's surroundings as is used here; the compiler knows either these or a page's. */
const worker = self as unknown as {
  registration: { showNotification(title: string, options: object): Promise<void> };
  clients: { matchAll(options: object): Promise<Page[]>; openWindow(url: string): Promise<unknown> };
  addEventListener<E>(type: string, listener: (event: E) => void): void;
};

/** Only ever a page of this desk, whatever a message says. */
function pathOf(url: string): string {
  const target = URL.canParse(url, self.location.origin) ? new URL(url, self.location.origin) : null;
  return target?.pathname.startsWith('/desk/') ? target.pathname : '/desk/notifications';
}

worker.addEventListener<Pushed>('push', (event) => {
  const shown = event.data?.json();
  if (!shown) return;
  const { title, body, url, tag, urgent } = shown;
  const options = { body, tag, renotify: true, requireInteraction: urgent, data: { path: pathOf(url) } };
  event.waitUntil(worker.registration.showNotification(title, options));
});

worker.addEventListener<Clicked>('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

/** An open desk is taken there; without one a new window is opened. */
async function open(path: string): Promise<void> {
  const [page] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: false });
  if (!page) {
    await worker.clients.openWindow(path);
    return;
  }
  await page.navigate(path);
  await page.focus();
}
