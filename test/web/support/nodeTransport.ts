import { WebSocket } from 'ws';
import type { Transport } from '#web/chat/directLine/transport.ts';

/** The way to a server from Node: as the browser's, without the browser. */
export function nodeTransport(base: string): Transport {
  return {
    async request({ method, path, token, json, form, onProgress }) {
      const response = await fetch(base + path, {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
        },
        body: form ?? (json === undefined ? null : JSON.stringify(json)),
      });
      onProgress?.(1);
      const text = await response.text();
      return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : undefined };
    },
    openSocket(url, events) {
      const socket = new WebSocket(url);
      socket.on('open', () => events.onOpen());
      socket.on('message', (data) => events.onText(String(data)));
      socket.on('close', () => events.onClose());
      socket.on('error', () => undefined); // A close follows.
      return {
        send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
        close: () => socket.close(),
      };
    },
  };
}
