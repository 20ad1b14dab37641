import { normalise } from './tokenizer.ts';

/**
 * What a customer may say at any step of any dialog. `stop`: leave me alone with this (no more questions, no more messages);
 * `cancel`: give up what we are doing; `back`: the step before; `skip`: go on without this answer.
 */
export type Interruption = 'cancel' | 'help' | 'back' | 'person' | 'skip' | 'stop';

const polite = '(?:请|麻烦|帮我|给我|我(?:想|要|还是)?|那|那就|算了|嗯|好吧|还是|就)*';
const tail = '(?:吧|了|啦|啊|呀|哦|谢谢|可以吗|行吗|好吗|一下|please)*';
const zh = (body: string): RegExp => new RegExp(`^${polite}(?:${body})${tail}$`);
const before =
  "(?:(?:please|ok(?:ay)?|well|oh|no|hey|hi|actually|just|sorry|can you|could you|can i|could i|may i|i want to|i'd like to|i would like to|i need to|let me|let's|i need|i want|i'd like|give me|get me) )*";
const after = '(?: (?:please|thanks|thank you|now|it|this|that|everything|pls|for now|all|then|here))*';
const en = (body: string): RegExp => new RegExp(`^${before}(?:${body})${after}$`);

// Whole messages only: "取消订单怎么办" is a question about orders, not the end of this dialog.
const words: [Interruption, RegExp[]][] = [
  [
    'person',
    [
      zh(
        '(?:转|找|接|叫|换|要|联系|转接|连接|呼叫|喊)(?:个|一个|一下|到|你们的?)?(?:人工|真人|活人|客服|人工客服|真人客服|在线客服|客服人员|工作人员|人工服务|真人服务|店员|负责人|经理|人)(?:来)?(?:服务|处理|聊|谈|说)?|人工|真人|人工客服|真人客服|人工服务|转人工客服|客服|(?:和|跟|同|与)(?:真人|人工|客服|你们的?客服|活人|人)(?:聊|说|谈|讲|沟通|对话|说话)(?:聊|话|一下)?',
      ),
      en(
        '(?:(?:speak|talk|chat|connect me|transfer me|put me through|be connected|switch) (?:to|with) )?(?:a |an |the |some |your )?(?:real |live |actual )?(?:human|person|agent|representative|rep|operator|human agent|human being|staff member|somebody|someone|customer service|customer support|manager|people|staff)',
      ),
    ],
  ],
  [
    'cancel',
    [
      zh(
        '取消|取消掉|不(?:想)?(?:弄|办|搞|填|投诉|要|用|问|说|聊|买|评|评价|回答|需要)了?|算了|作罢|放弃|退出|不用了|不必了|到此为止|结束|当我没说|取消(?:投诉|操作|这个|本次)',
      ),
      en(
        'cancel|never ?mind|forget (?:about )?it|quit|exit|abort|drop it|leave it|scrap that|call it off|end this|cancel (?:the |my )?(?:complaint|this|that|request|survey)',
      ),
    ],
  ],
  [
    'back',
    [
      zh('返回|后退|上一步|回到上一步|返回上一步|退回|退回上一步|回上一步|重新填上一个|改上一个|上一个问题|回去'),
      en('back|go back|previous|previous step|previous question|step back|back up|one step back|undo|return'),
    ],
  ],
  [
    'skip',
    [
      zh(
        '跳过|略过|下一个|下一题|下一步|先不(?:填|说|回答|选)|跳过(?:这个|这题|这一步|此题)|pass|过|不(?:方便|想)(?:说|透露|回答|填)|没有(?:了)?|无|暂无',
      ),
      en(
        "skip|next|pass|no comment|skip (?:this|that)(?: one| question| step)?|i'd rather not(?: say)?|prefer not to say|rather not say|n/?a|nothing else|none",
      ),
    ],
  ],
  [
    'stop',
    [
      zh(
        '停|停止|停下|别(?:再)?(?:问|发|烦我|打扰)(?:我)?|不要(?:再)?(?:问|发|烦我|打扰我|发消息)(?:给我)?|退订|td|闭嘴|够了|打住|别问',
      ),
      en(
        "stop|stop it|unsubscribe|enough|that's enough|stop asking(?: me)?|stop messaging me|no more(?: questions| messages)?|shut up|leave me alone",
      ),
    ],
  ],
  [
    'help',
    [
      zh('帮助|帮忙|帮帮我|求助|怎么用|怎么操作|使用说明|菜单|主菜单|功能|能干嘛|救命|不会用|help'),
      en(
        "help|help me|menu|main menu|options|what can i say|how does this work|commands|i need help|i'm lost|what now|\\?",
      ),
    ],
  ],
];

const trim = (text: string): string =>
  normalise(text)
    .replace(/[\s,.!?。，！？;；:：~～…、'"“”()（）\-—]+/g, (signs) => (signs.includes("'") ? "'" : ' '))
    .trim();

/** The interruption that the whole message is, or undefined. Conservative: anything with a subject of its own is left to the dialogs. */
export function detectInterruption(text: string): Interruption | undefined {
  if (text.length > 60) return undefined;
  if (/^[\s?？]+$/.test(text) && /[?？]/.test(text)) return 'help';
  const core = trim(text);
  const dense = core.replaceAll(' ', '');
  for (const [interruption, patterns] of words) {
    const [chinese, english] = patterns;
    if (chinese!.test(dense) || english!.test(core)) return interruption;
  }
  return undefined;
}

const refusal =
  /(?:不(?:用|要|需要|想)|别|无需|不必)(?:再|给我|帮我)?(?:转|找|接)?(?:人工|真人|客服)|\b(?:don't|do not|no need|without|not)\b[^.!?]{0,20}\b(?:human|person|agent|representative)\b/i;
const wantsPerson =
  /(?:转|找|接|叫|换|要|联系|呼叫|喊|让|请|有没有|有)(?:一?个|一下|到|你们的?|位)?(?:在线)?(?:人工|真人|活人|客服|人工客服|工作人员|负责人|经理)|人工(?:客服|服务|坐席)|真人客服|(?:和|跟|同|与)(?:一?个)?(?:真人|人工|客服|活人|你们的?人|你们的?客服)(?:聊|说|谈|讲|沟通|对话|交流)|找(?:一?个)(?:人|活人)(?:来)?(?:跟|和|帮|处理|聊)|换(?:一?个)?人来/;
const wantsPersonInEnglish =
  /\b(?:speak|talk|chat|connect(?:ed)?|transfer(?:red)?|put me through|hand(?:ed)? (?:me )?over|pass(?:ed)? (?:me )?(?:on )?|escalate(?: this| me)?|switch)\b(?: me)?(?: over)? (?:to|with) (?:a |an |the |some |your )?(?:real |live |actual |human )*(?:human|person|agent|representative|rep|operator|someone|somebody|staff|manager|supervisor|customer service|people|being)\b|\b(?:real|live|actual) (?:human|person|agent)\b|\bhuman (?:agent|being|representative|operator|support|help)\b|\b(?:need|want|get me|give me|prefer|rather have) (?:a |an |some )?(?:human|person|agent|representative|operator)\b(?! care)|\bis there (?:a |an |any )?(?:human|person|agent|someone|anyone|real person)\b[^.?!]{0,20}\b(?:talk|speak|help|there)/i;
const askingWhatYouAre =
  /你(?:是|到底是|是不是)(?:一?个)?(?:真人|人工|活人|机器人)|are you (?:a |an )?(?:real |actual )?(?:human|person|bot|robot|people)/i;

/** Whether a message of any length asks for a person, so that nobody who wants one is kept waiting by a classifier's doubt. */
export function asksForPerson(text: string): boolean {
  if (detectInterruption(text) === 'person') return true;
  const plain = normalise(text);
  if (refusal.test(plain) || askingWhatYouAre.test(plain)) return false;
  return wantsPerson.test(plain.replace(/\s+/g, '')) || wantsPersonInEnglish.test(plain);
}
