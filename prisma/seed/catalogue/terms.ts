/** Words that many products share: places, marks, people and skins they suit. */
export const origin = {
  hangzhou: { zh: '浙江杭州', en: 'Hangzhou, Zhejiang' },
  ningbo: { zh: '浙江宁波', en: 'Ningbo, Zhejiang' },
  guangzhou: { zh: '广东广州', en: 'Guangzhou, Guangdong' },
  foshan: { zh: '广东佛山', en: 'Foshan, Guangdong' },
  nantong: { zh: '江苏南通', en: 'Nantong, Jiangsu' },
  suzhou: { zh: '江苏苏州', en: 'Suzhou, Jiangsu' },
} as const;

export const mark = {
  ccc: { zh: '3C 认证', en: 'CCC (China Compulsory Certification)' },
  foodContact: { zh: '食品接触材料符合 GB 4806', en: 'food-contact materials to GB 4806' },
  classA: { zh: 'GB 31701 A 类（婴幼儿用品）', en: 'GB 31701 class A (for infants)' },
  classB: { zh: 'GB 18401 B 类（直接接触皮肤）', en: 'GB 18401 class B (worn on the skin)' },
  sunscreen: { zh: '特殊化妆品注册（防晒）', en: 'registered special cosmetic (sun protection)' },
  patchTested: { zh: '斑贴测试', en: 'patch tested' },
} as const;

export const hair = {
  sensitive: { zh: '敏感头皮，各种发质', en: 'sensitive scalps, all hair types' },
  oily: { zh: '油性头皮', en: 'oily scalps' },
  thin: { zh: '细软易断发', en: 'fine hair that breaks easily' },
  dandruff: { zh: '有头屑的头皮', en: 'scalps with dandruff' },
  dry: { zh: '干枯、烫染受损发', en: 'dry, permed or coloured hair' },
  all: { zh: '各种发质', en: 'all hair types' },
} as const;

export const skin = {
  all: { zh: '各种肤质', en: 'all skin types' },
  sensitive: { zh: '敏感肌、各种肤质', en: 'sensitive and all other skin types' },
  dry: { zh: '干性、极干肌肤', en: 'dry and very dry skin' },
  oilyMixed: { zh: '油性、混合性肌肤', en: 'oily and combination skin' },
  tolerant: { zh: '健康耐受肌（敏感肌不建议）', en: 'tolerant skin (not for sensitive skin)' },
  baby: { zh: '婴幼儿娇嫩肌肤', en: 'delicate baby skin' },
} as const;

export const none = { zh: '无香', en: 'unscented' } as const;
