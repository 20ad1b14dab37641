import type { Dictionary } from './dictionary.ts';

const zh = {
  title: '新建任务',
  what: '要做什么',
  whatNeeded: '请写明要做什么',
  detail: '说明',
  type: '类型',
  priority: '优先级',
  due: '期限',
  dueLater: '留空则按优先级和服务目标计算',
  customer: '客户',
  nobody: '与客户无关',
  team: '小组',
  owner: '负责人',
  byRule: '按规则分派',
  raise: '新建',
  cancel: '取消',
  raised: (name: string | undefined) => (name ? `已新建，由${name}负责` : '已新建，等待认领'),
};

/** Words of the form for a new task. */
export const newTaskTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'New task',
    what: 'What is to be done',
    whatNeeded: 'Please say what is to be done',
    detail: 'Details',
    type: 'Type',
    priority: 'Priority',
    due: 'Due',
    dueLater: 'Left empty: by its priority and your targets',
    customer: 'Customer',
    nobody: 'About no customer',
    team: 'Team',
    owner: 'Owner',
    byRule: 'By rule',
    raise: 'Raise',
    cancel: 'Cancel',
    raised: (name) => (name ? `Raised; ${name} has it` : 'Raised; it waits to be claimed'),
  },
};
