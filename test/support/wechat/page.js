// The page of the simulated WeChat: it shows what a person sees, and does what a person can do, through /__ctl.
const words = {
  zh: {
    title: '栖木生活（模拟公众号）',
    send: '发送',
    say: '发消息',
    follow: '关注',
    leave: '取消关注',
    picture: '发图片',
    other: '换一个人',
    left: (n) => `客服消息还可发 ${n} 条`,
    typing: '对方正在输入…',
    none: '未关注',
    passive: '被动回复',
  },
  en: {
    title: 'Simulated Official Account',
    send: 'Send',
    say: 'Message',
    follow: 'Follow',
    leave: 'Unfollow',
    picture: 'Picture',
    other: 'Another person',
    left: (n) => `${n} messages may still be sent`,
    typing: 'typing…',
    none: 'not following',
    passive: 'answer to the push',
  },
}[navigator.language.startsWith('en') ? 'en' : 'zh'];

const at = (id) => document.getElementById(id);
const openid = new URLSearchParams(location.search).get('openid') ?? `o-${Math.random().toString(36).slice(2, 12)}`;
history.replaceState(null, '', `?openid=${openid}`);
const post = (path, body) =>
  fetch(`/__ctl/${path}`, { method: 'POST', body: JSON.stringify({ openid, ...body }) }).then(() => look());

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

// Links are all that Official Accounts may mark; everything else is text.
function linked(text) {
  const parts = text.split(/<a href="(https?:\/\/[^"]+)">([^<]*)<\/a>/);
  const shown = [];
  for (let place = 0; place < parts.length; place += 3) {
    shown.push(parts[place]);
    if (parts[place + 1])
      shown.push(element('a', { href: parts[place + 1], textContent: parts[place + 2], target: '_blank' }));
  }
  return shown;
}

let count = 0;
function show(seen) {
  for (const each of seen.slice(count)) {
    const { from, type, text, choices = [], picture, mediaId, passive } = each;
    const image = type === 'image' && mediaId ? `/__ctl/file?id=${encodeURIComponent(mediaId)}` : picture;
    const bubble = element(
      'div',
      { className: 'bubble' },
      image ? element('img', { src: image, alt: text || type }) : null,
      ...linked(text || (image ? '' : `[${type}]`)),
      choices.length > 0
        ? element(
            'div',
            { className: 'choices' },
            ...choices.map(({ id, title }) =>
              element('button', {
                type: 'button',
                className: 'choice',
                textContent: title,
                onclick: () => post('tapMenu', { id, title }),
              }),
            ),
          )
        : null,
      passive ? element('small', { textContent: words.passive }) : null,
    );
    const item = element('li', {}, bubble);
    item.dataset.from = from;
    at('chat').append(item);
    at('chat').scrollTop = at('chat').scrollHeight;
  }
  count = Math.max(count, seen.length);
}

async function look() {
  const person = await (await fetch(`/__ctl/person?openid=${encodeURIComponent(openid)}`)).json();
  show(person.seen);
  at('state').textContent = [!person.follows && words.none, person.typing ? words.typing : words.left(person.left)]
    .filter(Boolean)
    .join(' · ');
}

async function showMenu() {
  const { button = [] } = await (await fetch('/__ctl/menu')).json();
  const press = ({ type, key, url }) =>
    type === 'click' ? post('event', { event: 'CLICK', EventKey: key }) : window.open(url);
  at('menu').replaceChildren(
    ...button.map((each) => {
      if (!each.sub_button?.length)
        return element('button', {
          type: 'button',
          className: 'item',
          textContent: each.name,
          onclick: () => press(each),
        });
      const folder = element(
        'details',
        { className: 'folder' },
        element('summary', { className: 'item', textContent: `≡ ${each.name}` }),
      );
      folder.append(
        element(
          'div',
          {},
          ...each.sub_button.map((below) =>
            element('button', {
              type: 'button',
              textContent: below.name,
              onclick: () => {
                folder.open = false;
                press(below);
              },
            }),
          ),
        ),
      );
      return folder;
    }),
  );
}

at('title').textContent = words.title;
at('send').textContent = words.send;
at('text').ariaLabel = words.say;
at('text').placeholder = words.say;
at('follow').textContent = words.follow;
at('leave').textContent = words.leave;
at('other').textContent = words.other;
at('pictureLabel').firstElementChild.textContent = words.picture;
const say = (event) => {
  event.preventDefault();
  const text = at('text').value.trim();
  at('text').value = '';
  if (text) post('oa/send', { text });
};
at('form').onsubmit = say;
at('text').onkeydown = (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) say(event);
};
at('follow').onclick = () => post('event', { event: 'subscribe' });
at('leave').onclick = () => post('event', { event: 'unsubscribe' });
at('other').onclick = () => {
  location.search = '';
};
at('picture').onchange = async () => {
  const file = at('picture').files[0];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  await post('oa/send', { type: 'image', base64, contentType: file.type });
};
showMenu();
look();
setInterval(look, 500);
