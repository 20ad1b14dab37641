const anything = {
  active: true,
  priorities: [],
  categories: [],
  productIds: [],
  regions: [],
  tiers: [],
  staffId: null,
};

/** By which rules the demo shop's tasks find their owner, in the shape of the setting `ownerRules`. */
export const ownerRules = {
  version: 1,
  rules: [
    {
      ...anything,
      id: 'demo-repairs',
      name: '维修单归技术支持 · Repairs go to technical support',
      types: ['repair'],
      teamKey: 'technical',
      pick: 'leastLoaded',
      maxOpen: 12,
    },
    {
      ...anything,
      id: 'demo-nearby',
      name: '杭州、上海的关怀和赠礼，认领即可 · Care and gifts nearby: whoever claims them',
      types: ['care', 'gift'],
      regions: ['杭州', '上海'],
      teamKey: 'service',
      pick: 'queue',
      maxOpen: null,
    },
  ],
};
