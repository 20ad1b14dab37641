import { type Column, columnFinder } from '../columns.ts';

/** What a product's columns may be called; every other column is a property of the product. */
const columns: readonly Column[] = [
  {
    key: 'sku',
    headers: [
      'sku',
      '货号',
      '编号',
      '商品编号',
      '商品编码',
      '产品编号',
      '产品编码',
      'item number',
      'stock number',
      'product id',
    ],
  },
  { key: 'model', headers: ['model', '型号', 'model number'] },
  { key: 'category', headers: ['category', 'category_key', '类别', '分类', '品类', '类目', 'product type'] },
  { key: 'name', headers: ['name', '名称', '品名', '商品名称', '产品名称', 'title', 'product name'] },
  { key: 'nameZh', headers: ['name_zh', '中文名', '中文名称', 'chinese name'] },
  { key: 'nameEn', headers: ['name_en', '英文名', '英文名称', 'english name'] },
  { key: 'aliases', headers: ['aliases', 'alias', '别名', '俗称', '又名', 'also known as'] },
  { key: 'description', headers: ['description', '描述', '介绍', '简介', '说明', '商品描述', '产品描述'] },
  { key: 'descriptionZh', headers: ['description_zh', '中文描述', '中文介绍'] },
  { key: 'descriptionEn', headers: ['description_en', '英文描述', '英文介绍'] },
  { key: 'price', headers: ['price', '价格', '售价', '单价', '价钱', 'unit price', 'list price'] },
  { key: 'priceCents', headers: ['price_cents'] },
  { key: 'currency', headers: ['currency', '币种', '货币'] },
  { key: 'active', headers: ['active', '在售', '上架', '是否在售', 'on sale', 'available'] },
];

/** The column that a header means; undefined: a property. */
export const productColumn = columnFinder(columns);
