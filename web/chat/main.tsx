import '../kit/tokens.css';
import './styles/page.css';
import './styles/messages.css';
import './styles/markdown.css';
import './styles/answers.css';
import './styles/attachments.css';
import './styles/composer.css';
import { createRoot } from 'react-dom/client';
import { languageOf, localeOf, pickLanguage } from '../kit/i18n.ts';
import { browserStore } from '../kit/storage.ts';
import { browserTransport } from './browserTransport.ts';
import { ChatPage } from './ChatPage.tsx';
import { ChatClient } from './directLine/chatClient.ts';
import { connectEmbedding } from './embedding.ts';

const settings = browserStore(() => localStorage);
const search = new URLSearchParams(location.search);
const asked = languageOf(search.get('lang'));
const language = asked ?? pickLanguage(settings.get('zhiyin.language'), navigator.language);
document.documentElement.lang = localeOf[language];

// A page that another channel opened knows its visitor by it; it is good once, and nobody's to see.
const pass = search.get('pass') ?? '';
if (pass) {
  search.delete('pass');
  history.replaceState(null, '', `${location.pathname}${search.size > 0 ? `?${search}` : ''}${location.hash}`);
}

const showType = (large: boolean) => {
  if (large) document.documentElement.dataset.type = 'large';
  else delete document.documentElement.dataset.type;
};
showType(settings.get('zhiyin.type') === 'large');

const client = new ChatClient({
  transport: browserTransport,
  sessionStore: settings,
  outboxStore: browserStore(() => sessionStorage),
  locale: () => document.documentElement.lang,
  pass,
  onLargeType(large) {
    showType(large);
    if (large) settings.set('zhiyin.type', 'large');
    else settings.remove('zhiyin.type');
  },
});
window.addEventListener('online', () => client.networkChanged(true));
window.addEventListener('offline', () => client.networkChanged(false));
const embedding = connectEmbedding(search);
// Who is signed in on the shop's page is told right after this frame has said that it is there: no other conversation is begun before.
let begun = !embedding || !search.has('account');
if (begun) client.start();
embedding?.onAccount((shopToken) => {
  if (shopToken) client.signIn(shopToken);
  else client.signOut(begun);
  begun = true;
});

const root = document.getElementById('chat');
if (root) {
  const keepLanguage = (chosen: string) => settings.set('zhiyin.language', chosen);
  createRoot(root).render(
    <ChatPage client={client} language={language} keepLanguage={keepLanguage} embedding={embedding} />,
  );
}
