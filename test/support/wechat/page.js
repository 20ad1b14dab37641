// The page of the simulated WeChat: it shows what a person sees, and does what a person can do, through /__ctl.
const words = {
  zh: {
    title: '栖木生活（模拟公众号）',
    kfTitle: '栖木生活（模拟微信客服）',
    account: '公众号',
    kf: '微信客服',
    enter: '进入会话',
    take: '平台客服接入',
    says: '平台客服说一句',
    end: '平台客服结束',
    hello: '您好，我是平台客服，很高兴为您服务。',
    states: ['新会话', '智能助手接待', '排队中', '人工接待', '会话已结束'],
    queued: '等平台客服接入',
    person: '平台客服接待中',
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
    kfTitle: 'Simulated 微信客服',
    account: 'Official Account',
    kf: '微信客服',
    enter: 'Open the chat',
    take: 'Platform’s desk accepts',
    says: 'Platform’s desk speaks',
    end: 'Platform’s desk ends',
    hello: 'Hello, this is the platform’s own desk.',
    states: ['new session', 'the bot speaks', 'in the queue', 'a person speaks', 'session over'],
    queued: 'waits for the platform’s desk',
    person: 'the platform’s desk speaks',
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
const search = new URLSearchParams(location.search);
// The same person may write to the Official Account and to 微信客服; WeChat knows who opens a page by the cookie.
const isKf = search.get('as') === 'kf';
const openid = search.get('openid') ?? `o-${Math.random().toString(36).slice(2, 12)}`;
// biome-ignore lint/suspicious/noDocumentCookie: a simulator in one file; older browsers know no other way
document.cookie = `openid=${openid}; SameSite=Lax`;
history.replaceState(null, '', `?openid=${openid}${isKf ? '&as=kf' : ''}`);
const write = isKf ? 'kf/customerSend' : 'oa/send';
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
                onclick: () => (isKf ? post(write, { text: title, menuId: id }) : post('tapMenu', { id, title })),
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
  const path = isKf ? '/__ctl/kf/person' : '/__ctl/person';
  const person = await (await fetch(`${path}?openid=${encodeURIComponent(openid)}`)).json();
  show(person.seen);
  const { desk } = person;
  const [waits, talks] = isKf
    ? [person.state === 2, person.state === 3]
    : [desk && !desk.person, Boolean(desk?.person)];
  at('take').hidden = !waits;
  at('says').hidden = at('end').hidden = !talks;
  const who = isKf ? words.states[person.state] : talks ? words.person : waits && words.queued;
  at('state').textContent = [
    !isKf && !person.follows && words.none,
    who,
    person.typing ? words.typing : words.left(person.left),
  ]
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

at('title').textContent = isKf ? words.kfTitle : words.title;
document.title = at('title').textContent;
for (const [id, current] of [
  ['account', !isKf],
  ['kf', isKf],
]) {
  at(id).textContent = words[id];
  at(id).href = `?openid=${openid}${id === 'kf' ? '&as=kf' : ''}`;
  if (current) at(id).ariaCurrent = 'page';
}
for (const id of ['take', 'says', 'end']) at(id).textContent = words[id];
at('leave').hidden = isKf;
at('send').textContent = words.send;
at('text').ariaLabel = words.say;
at('text').placeholder = words.say;
at('follow').textContent = isKf ? words.enter : words.follow;
at('leave').textContent = words.leave;
at('other').textContent = words.other;
at('pictureLabel').firstElementChild.textContent = words.picture;
const say = (event) => {
  event.preventDefault();
  const text = at('text').value.trim();
  at('text').value = '';
  if (text) post(write, { text });
};
at('form').onsubmit = say;
at('text').onkeydown = (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) say(event);
};
at('follow').onclick = () => (isKf ? post('kf/enter') : post('event', { event: 'subscribe' }));
const desk = isKf ? 'kf' : 'desk';
at('take').onclick = () => post(`${desk}/take`);
at('says').onclick = () => post(`${desk}/say`, { text: words.hello });
at('end').onclick = () => post(`${desk}/end`);
at('leave').onclick = () => post('event', { event: 'unsubscribe' });
at('other').onclick = () => {
  location.search = isKf ? '?as=kf' : '';
};
at('picture').onchange = async () => {
  const file = at('picture').files[0];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  await post(write, { type: 'image', base64, contentType: file.type });
};
if (!isKf) showMenu();
look();
setInterval(look, 500);
