/** Words that deny what follows or, in English, what stands before (fragrance free). Normalised. */
export const denials = {
  before: [
    '不含',
    '不要',
    '不带',
    '没有',
    '不能有',
    '无',
    '零',
    '免',
    '别',
    '不',
    'without',
    'no',
    'not',
    'free of',
    'free from',
    'zero',
    'non',
    'avoid',
  ],
  after: ['free', '过敏', '不耐受'],
};

/** How a label says that something is absent, so that `true` means "has none". */
export const absence = /^(?:无|不含|零|免|非)|\bfree\b|^un|^no\b|^non\b/i;

/** Words that say of a value's part that it is no fit: "tolerant skin (not for sensitive skin)". */
export const unfit = /不建议|不适合|不宜|慎用|不能|\bnot\b|\bavoid\b|\bunsuitable\b/i;

/** Values that fit every wish of their kind. */
export const fitsAll = /各种|所有|任何|通用|\ball\b|\bany\b|\bevery\b/i;

/** Words of customers that mean the same in a value; the first words are how values are usually written. */
export const sameMeaning: string[][] = [
  [
    '敏感',
    '敏感肌',
    '敏感皮',
    '敏感皮肤',
    '湿疹',
    '泛红',
    '红血丝',
    'sensitive',
    'eczema',
    'redness',
    'easily irritated',
  ],
  ['油性', '油皮', '油头', '出油', '大油', 'oily', 'greasy'],
  ['干性', '干皮', '干燥', '干枯', '很干', 'dry'],
  ['混合', '混油', '混干', 'combination', 'mixed'],
  ['头屑', '去屑', '头皮屑', 'dandruff', 'flakes'],
  ['细软', '扁塌', '细软塌', 'fine', 'thin', 'flat'],
  ['断发', '掉发', '脱发', 'break', 'breakage', 'hair loss'],
  ['受损', '烫染', '毛躁', 'damaged', 'permed', 'frizzy'],
  ['婴幼儿', '婴儿', '宝宝', '新生儿', 'baby', 'infant', 'newborn'],
];

/** For a figure: words that want less of it, and words that want more. */
export const wantsLess = [
  '安静',
  '静音',
  '不吵',
  '声音小',
  '噪音小',
  '轻便',
  '轻一点',
  '省电',
  '小巧',
  '便宜',
  '实惠',
  '划算',
  '平价',
  'quiet',
  'silent',
  'light',
  'lightweight',
  'cheap',
  'affordable',
  'compact',
  'small',
  'low noise',
  'energy saving',
];
export const wantsMore = [
  '大容量',
  '容量大',
  '大一点',
  '续航长',
  '续航久',
  '耐用',
  '大功率',
  '强劲',
  '质保长',
  '流量大',
  'large',
  'big',
  'long battery',
  'long lasting',
  'powerful',
  'strong',
  'longest',
  'biggest',
];

/** Attribute keys that are figures in everyday speech do not say so themselves; these words lead to them. */
export const figureWords: Record<string, string[]> = {
  price: ['便宜', '实惠', '划算', '平价', 'cheap', 'affordable'],
  noiseDb: ['安静', '静音', '不吵', '声音小', '噪音小', 'quiet', 'silent', 'low noise'],
  weightKg: ['轻便', '轻一点', 'light', 'lightweight'],
  powerW: ['省电', '大功率', '强劲', 'energy saving', 'powerful'],
  capacityL: ['大容量', '容量大', '大一点', 'large', 'big', 'biggest', '小巧', 'compact', 'small'],
  batteryDays: ['续航长', '续航久', 'long battery', 'long lasting'],
  flowLPerMin: ['流量大'],
  warrantyMonths: ['质保长', '耐用'],
};
