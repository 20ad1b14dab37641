import '../kit/tokens.css';
import { languageOf, localeOf, pickLanguage } from '../kit/i18n.ts';

/*
 * A shop's product page with the chat on it, as a shop would paste it: to see the launcher, and help being offered. The goods are those of
 * the demo shop.
 */
const goods = [
  { sku: 'A810', zh: '栖木清风空气净化器', en: 'Qimu Breeze air purifier' },
  { sku: 'A820', zh: '栖木晨雾加湿器', en: 'Qimu Mist humidifier' },
];
const words = {
  zh: {
    shop: '示例商店',
    lead: '这是一个商品页的样子，右下角是粘贴进来的聊天按钮。停留二十秒，它会问一次要不要帮忙；点过“不用了”或打开过聊天，就不再问。',
    other: 'English',
    again: '忘掉这次，重新看一遍',
  },
  en: {
    shop: 'Demo shop',
    lead: 'A product page as a shop has it, with the chat pasted in at the lower right. Stay for twenty seconds and it offers help, once; after “No, thanks”, or once the chat was opened, never again.',
    other: '中文',
    again: 'Forget this and see it again',
  },
};

const search = new URLSearchParams(location.search);
const language = languageOf(search.get('lang')) ?? pickLanguage(null, navigator.language);
const shown = goods.find(({ sku }) => sku === search.get('product')) ?? goods[0]!;
const said = words[language];
document.documentElement.lang = localeOf[language];

function add<K extends keyof HTMLElementTagNameMap>(
  parent: Element,
  name: K,
  given: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), given);
  parent.append(element);
  return element;
}

const page = document.getElementById('product')!;
const head = add(page, 'header', {});
add(head, 'strong', { textContent: said.shop });
const other = language === 'zh' ? 'en' : 'zh';
add(head, 'a', { href: `?lang=${other}&product=${shown.sku}`, textContent: said.other });
const place = add(page, 'article', {});
add(place, 'img', { src: `/media/products/${shown.sku}.svg`, alt: shown[language], width: 320, height: 320 });
const facts = add(place, 'div', {});
add(facts, 'h1', { textContent: shown[language] });
add(facts, 'p', { textContent: said.lead });
for (const each of goods.filter((one) => one !== shown)) {
  add(add(facts, 'p', {}), 'a', { href: `?lang=${language}&product=${each.sku}`, textContent: each[language] });
}
add(facts, 'button', {
  type: 'button',
  textContent: said.again,
  onclick: () => {
    localStorage.removeItem('zhiyin.help');
    location.reload();
  },
});

const launcher = document.createElement('script');
launcher.src = '/launcher.js';
Object.assign(launcher.dataset, { lang: language, product: shown.sku, helpAfter: search.get('help-after') ?? '20' });
document.body.append(launcher);
