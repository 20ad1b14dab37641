const zh = {
  leave: '（不想再收到，回“退订”。）',
};

const en: typeof zh = {
  leave: '(To hear no more of this, reply “STOP”.)',
};

/** What stands under every message that nobody asked for. */
export const replies = { zh, en };
