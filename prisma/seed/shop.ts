/**
 * Facts of the demo shop, in the shape of the setting `shop`. Name, street and telephone number are invented; 400-555 is
 * given to nobody.
 */
export const shop = {
  name: { zh: '栖木 Qimu', en: 'Qimu' },
  hours: { days: [1, 2, 3, 4, 5, 6, 7], open: '09:00', close: '21:00' },
  hoursText: { zh: '每天 9:00–21:00（北京时间）', en: 'every day, 9:00–21:00 (Beijing time)' },
  zone: 'Asia/Shanghai',
  hotline: '400-555-0100',
  address: {
    zh: '浙江省杭州市余杭区栖木路 1 号（虚构地址）',
    en: '1 Qimu Road, Yuhang, Hangzhou, Zhejiang (an invented address)',
  },
};
