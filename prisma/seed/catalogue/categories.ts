import type { Category } from './shapes.ts';

/** The shelves of the shop, in the order they are shown. */
export const categories: Category[] = [
  {
    key: 'hairCare',
    name: { zh: '洗发护发', en: 'Hair care' },
    synonyms: ['洗发', '护发', '头发', '头皮', '洗头', 'hair', 'scalp', 'shampoo', 'conditioner'],
  },
  {
    key: 'bodyWash',
    name: { zh: '沐浴洗手', en: 'Bath & hand wash' },
    synonyms: ['沐浴', '洗澡', '洗手', '香皂', '身体清洁', 'shower', 'bath', 'body wash', 'hand wash', 'soap'],
  },
  {
    key: 'skinCare',
    name: { zh: '护肤', en: 'Skin care' },
    synonyms: ['护肤', '擦脸', '面霜', '护肤品', '脸', '防晒', 'skin', 'face', 'cream', 'sunscreen', 'lotion'],
  },
  {
    key: 'oralCare',
    name: { zh: '口腔护理', en: 'Oral care' },
    synonyms: ['口腔', '刷牙', '牙齿', '牙龈', 'teeth', 'dental', 'gums', 'toothbrush', 'toothpaste'],
  },
  {
    key: 'laundryCleaning',
    name: { zh: '洗衣与家居清洁', en: 'Laundry & cleaning' },
    synonyms: ['洗衣', '清洁', '打扫', '去污', '洗碗', 'laundry', 'detergent', 'cleaner', 'cleaning', 'washing'],
  },
  {
    key: 'kitchen',
    name: { zh: '厨房小家电', en: 'Small kitchen appliances' },
    synonyms: ['厨房', '小家电', '做饭', '烧水', 'kitchen', 'cooking', 'small appliance'],
  },
  {
    key: 'airWater',
    name: { zh: '空气与净水', en: 'Air & water' },
    synonyms: ['空气', '净化', '加湿', '除湿', '净水', '滤芯', 'air', 'water', 'purifier', 'humidifier', 'filter'],
  },
  {
    key: 'beddingWarmth',
    name: { zh: '床品与暖居', en: 'Bedding & warmth' },
    synonyms: ['床上用品', '被子', '枕头', '取暖', '地毯', '地暖', 'bedding', 'bed', 'pillow', 'rug', 'heating'],
  },
  {
    key: 'babyCare',
    name: { zh: '母婴', en: 'Mother & baby' },
    synonyms: ['宝宝', '婴儿', '新生儿', '母婴', '孩子', 'baby', 'infant', 'newborn', 'toddler'],
  },
];
