import type { Dictionary } from './dictionary.ts';

const zh = {
  title: '同义词',
  lead: '同一样东西的不同叫法。顾客说其中一个，按其他叫法写的文章也能找到。保存后立即生效。',
  words: '意思相同的词，用逗号分开',
  example: '例如：水垢，水碱，limescale',
  add: '添加一组',
  save: '保存',
  edit: '修改',
  remove: '删除',
  removeSure: '删除这组同义词？',
  cancel: '取消',
  empty: '还没有同义词。日常说法（运费和邮费、到货和收到）已经内置。',
};

/** Words of the list of synonyms. */
export const synonymTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'Synonyms',
    lead: 'Different names for one thing. A customer who says one finds articles that use another. Counts as soon as it is saved.',
    words: 'Words that mean the same, separated by commas',
    example: 'For example: limescale, scale, 水垢',
    add: 'Add a group',
    save: 'Save',
    edit: 'Edit',
    remove: 'Remove',
    removeSure: 'Remove this group?',
    cancel: 'Cancel',
    empty: 'No synonyms yet. Everyday ones (postage and shipping cost, arrive and deliver) are built in.',
  },
};
