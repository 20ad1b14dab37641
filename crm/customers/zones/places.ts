/** Countries with one clock, by the prefix of their phone numbers (ITU-T E.164); those with several tell nothing. */
const prefixes: Readonly<Record<string, string>> = {
  '20': 'Africa/Cairo',
  '27': 'Africa/Johannesburg',
  '30': 'Europe/Athens',
  '31': 'Europe/Amsterdam',
  '32': 'Europe/Brussels',
  '33': 'Europe/Paris',
  '34': 'Europe/Madrid',
  '353': 'Europe/Dublin',
  '358': 'Europe/Helsinki',
  '36': 'Europe/Budapest',
  '39': 'Europe/Rome',
  '41': 'Europe/Zurich',
  '420': 'Europe/Prague',
  '43': 'Europe/Vienna',
  '44': 'Europe/London',
  '45': 'Europe/Copenhagen',
  '46': 'Europe/Stockholm',
  '47': 'Europe/Oslo',
  '48': 'Europe/Warsaw',
  '49': 'Europe/Berlin',
  '60': 'Asia/Kuala_Lumpur',
  '63': 'Asia/Manila',
  '64': 'Pacific/Auckland',
  '65': 'Asia/Singapore',
  '66': 'Asia/Bangkok',
  '81': 'Asia/Tokyo',
  '82': 'Asia/Seoul',
  '84': 'Asia/Ho_Chi_Minh',
  '852': 'Asia/Hong_Kong',
  '853': 'Asia/Macau',
  '86': 'Asia/Shanghai',
  '886': 'Asia/Taipei',
  '90': 'Europe/Istanbul',
  '91': 'Asia/Kolkata',
  '966': 'Asia/Riyadh',
  '971': 'Asia/Dubai',
  '972': 'Asia/Jerusalem',
};

/** Large cities abroad, as customers and files write them; of China's own there is no need, they share the shop's usual clock. */
const cities: readonly (readonly [zone: string, names: string])[] = [
  ['America/Chicago', '芝加哥|chicago|休斯敦|houston|dallas'],
  ['America/Los_Angeles', '洛杉矶|los angeles|旧金山|san francisco|西雅图|seattle|圣何塞|san jose'],
  ['America/New_York', '纽约|new york|波士顿|boston|华盛顿|washington|费城|philadelphia|迈阿密|miami'],
  ['America/Toronto', '多伦多|toronto|蒙特利尔|montreal|渥太华|ottawa'],
  ['America/Vancouver', '温哥华|vancouver'],
  ['Asia/Bangkok', '曼谷|bangkok'],
  ['Asia/Dubai', '迪拜|dubai'],
  ['Asia/Hong_Kong', '香港|hong kong'],
  ['Asia/Kuala_Lumpur', '吉隆坡|kuala lumpur'],
  ['Asia/Seoul', '首尔|seoul'],
  ['Asia/Singapore', '新加坡|singapore'],
  ['Asia/Taipei', '台北|taipei|高雄|kaohsiung'],
  ['Asia/Tokyo', '东京|tokyo|大阪|osaka|京都|kyoto'],
  ['Australia/Melbourne', '墨尔本|melbourne'],
  ['Australia/Sydney', '悉尼|sydney'],
  ['Europe/Berlin', '柏林|berlin|慕尼黑|munich|汉堡|hamburg|法兰克福|frankfurt'],
  ['Europe/London', '伦敦|london|曼彻斯特|manchester|爱丁堡|edinburgh'],
  ['Europe/Madrid', '马德里|madrid|巴塞罗那|barcelona'],
  ['Europe/Moscow', '莫斯科|moscow'],
  ['Europe/Paris', '巴黎|paris'],
  ['Europe/Rome', '罗马|rome|米兰|milan'],
  ['Pacific/Auckland', '奥克兰|auckland'],
];
const patterns = cities.map(([zone, names]) => [zone, new RegExp(`^(?:${names})(?:市|城|$|[,，\\s])`, 'i')] as const);

/** The zone of a phone number that names its country (+44 …); undefined where it does not, or the country has several. */
export function zoneOfPhone(phone: string | null): string | undefined {
  const digits = /^\s*(?:\+|00)([\d\s()-]+)/.exec(phone ?? '')?.[1]?.replace(/\D/g, '') ?? '';
  return prefixes[digits.slice(0, 3)] ?? prefixes[digits.slice(0, 2)];
}

/** The zone of a city; undefined where it is none of the large ones abroad. */
export const zoneOfCity = (city: string | null): string | undefined =>
  patterns.find(([, pattern]) => pattern.test((city ?? '').trim()))?.[0];
