import type { Dictionary } from './dictionary.ts';

const zh = {
  title: '购买',
  none: '没有购买记录。可以在“导入”里导入订单，也可以由客户在对话中登记。',
  order: (number: string, quantity: number) => (quantity > 1 ? `${number} · ${quantity} 件` : number),
  underWarranty: (date: string) => `保修至 ${date}`,
  outOfWarranty: (date: string) => `${date} 已过保`,
  serial: (number: string) => `序列号 ${number}`,
  registered: '客户自己登记，未核对',
  rhythm: '购买间隔',
  every: (days: number) => `约每 ${days} 天`,
  usual: (days: number) => `一般客户约 ${days} 天`,
  due: (date: string) => `预计 ${date} 用完`,
};

/** Words of what a customer bought. */
export const purchaseTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'Purchases',
    none: 'No purchases. Orders come by “Import”, or customers register them in the chat.',
    order: (number, quantity) => (quantity > 1 ? `${number} · ${quantity} pieces` : number),
    underWarranty: (date) => `Warranty until ${date}`,
    outOfWarranty: (date) => `Warranty ended ${date}`,
    serial: (number) => `Serial no. ${number}`,
    registered: 'Registered by the customer, not checked',
    rhythm: 'How often',
    every: (days) => `about every ${days} days`,
    usual: (days) => `customers usually ${days} days`,
    due: (date) => `used up about ${date}`,
  },
};
