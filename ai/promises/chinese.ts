/** What the shop may promise to do: to speak, or to act. */
const answers =
  '答复|回复|回电|回个?电话|回话|打个?电话|打给|打过[去来]|致电|去电|联系|通知|告知|告诉|反馈|回音|回信|准信|说法|结果|消息|交代|解释';
const acts =
  '寄|发(?!现|生|票)|补(?:发|偿|上|给|齐|差|寄|开)|重(?:开|做|发|寄|新)|邮寄|退(?:款|回|钱|还|给|到|完|掉|清)|全额退|换新|更换|换(?:一|给|货|掉|$)|上门|维修|修(?:好|理)|安装|配送|送(?:到|货|达|过去|上门|去)|到账|调货|转(?:到|给|交)|开(?:好)?发票|赔|报销|打款|打钱|转账|返现|减免|取件|取货|揽收|入账|检修|调试';
const slow = `${answers}|${acts}`;
const quick =
  '处理|解决|办(?:好|理|完|到|妥)|做到|安排|查|核(?:实|对)|确认|跟进|跟踪|催|登记|申请|提交|上报|更新|升级|预留|取消|改(?:好|期)|弄好|搞定|做好|完成|落实|给到|到位|修改|沟通|协调|争取|恢复|打包|备货|问(?:清|明白)|盯';
const any = `${slow}|${quick}`;

const customer = '(?:您|你)们?';
const shop =
  '(?:我们?|咱们?|俺|这边|本店|小店|店里|同事|客服|师傅|仓库|专员|专人|工程师|售后|财务|技术(?:部|人员)?|质检|品控|工厂|厂里|安装(?:人员|工人)|配送员|主管|经理|店长)';
const firmly =
  '会|将|一定|保证|承诺|答应|肯定|务必|尽快|尽早|尽量|争取|马上|立刻|立即|即刻|第一时间|及时|稍后|晚点|晚些|回头|随后|过(?:一)?会儿?|负责';

const commits = [
  new RegExp(`(?:给|为|帮|替|跟|向|和|与)${customer}.{0,14}?(?:${any})`),
  new RegExp(`(?:${slow}).{0,4}?(?:给)?${customer}`),
  new RegExp(`${shop}.{0,16}?(?:${any})`),
  new RegExp(`(?:${firmly}).{0,16}?(?:${any})`),
  /(?:前|内).{0,8}?(?:答复|回复|联系|回电|寄出|发出|发货|补发|退款|上门|处理好|解决|到账|办好|弄好|修好|查清|退回|退到|退还|打款|换好|补上|送达|通知|告知|反馈|查明|取走|取件)/,
  new RegExp(`${shop}.{0,12}?(?:发|寄|回|退|补|送|打|转|传|报)${customer}`),
];
/** What becomes of a thing of the customer's: a promise where a time is named. */
const thing = /(?:您|你)(?:的|这).{1,10}?(?:发货|发出|寄出|补发|送到|送达|送货|到账|修好|换好|上门)/;
/** Somebody of the shop does something for the customer, whatever it is: a promise where a time is named. */
const forCustomer = new RegExp(
  `(?:${shop}|${firmly}).*(?:给|帮|替|为|跟|和|向|把|让)?${customer}|(?:给|帮|替|为|跟|和|向)${customer}(?!(?:的|好)).*|${customer}(?:的|这).*(?:${shop}|${firmly})`,
);
/** Goods that the shop is to send off: a promise where a time is named. What a carrier does with them is none. */
const goods =
  /(?:货|新的|新机|新款|配件|零件|赠品|样品|礼品|礼盒|滤芯|补的).{0,10}?(?:就|会|一定|肯定|可以|能).{0,4}?(?:发出|寄出|发走|寄走|补发|安排)/;
/** "后天一定能到您手上", "周六会到您府上": a promise where a time is named. */
const arrives = /(?:会|能|一定|肯定|保证|就)(?:送)?到(?:您|你)/;
const isFirm = new RegExp(firmly);
const isSlow = new RegExp(slow);
/** Done while the customer looks on: "马上帮您查". */
const atOnce = /马上|立刻|立即|现在|这就|稍等|先/;

/** Courtesy in front of a promise that stands in the same clause. */
const courtesy = /^(?:请|麻烦)?(?:您|你)?(?:尽管)?(?:放心|稍等(?:一下|片刻)?|见谅|谅解|耐心等待|别急|不用担心)[,、 ]?/;

const refusals = [
  // What the customer is to do.
  /^(?:那|那么|也|还|就|所以|到时候?|届时)?(?:烦?请|麻烦|劳烦|辛苦|有劳|还请|记得)/,
  /^(?:那|那么|到时候?)?(?:您|你)(?!的|这)(?!.*(?:我|我们|同事)会)/,
  /(?:给|告诉|联系|通知|回复|打给|跟|向)(?:我|我们|咱们|本店|客服|这边)(?!.*(?:给|帮|为)(?:您|你))|发(?:给)?我(?:们)?$/,
  // No, perhaps, usually, and what is only possible.
  /(?:不|没|未)(?:太?能|会|敢|可能|一定|保证|承诺|确定|打算|清楚|知道|需要|用|必|再|方便|想|负责)|没有?(?:办法|法子?)|无法|难以|未必|不了(?!解)|暂不|不(?:发|寄|退|换|送|补|赔|上门|打|处理|回复|联系)/,
  /(?:上次|之前|上回|早前|原来|当时|曾经?)(?:我们?|同事)?(?:答应|承诺|保证|说)/,
  /哪(?:敢|能|里[会能]|儿[会能])|(?:不|并不|又不|可不|也不)是(?:说|要|想)/,
  /没有?(?:说|讲|提|答应|承诺|保证|许诺)过/,
  /也许|或许|估计|预计|预估|说不定|可能|应该|大概(?!在)/,
  /大部分|大多数?|多数|照理|按理|原则上|理论上|按照?(?:规定|规则|流程|政策|惯例)|一般|通常|平时|平常|往往|正常(?:情况|来说|是)|每(?:天|日|周|星期|个?月|年|逢)|无理由|支持|享受|保修|质保|三包/,
  /(?<!就)(?:可以|能够?)(?!力)/,
  // Questions and what others say.
  /[?吗]|呢$|要不要|能不能|可不可以|是不是|是否|什么时候|几点|哪天|多久|怎么|好不好|行不行|想不想/,
  /(?:他|她|对方|客户|顾客|快递员?|物流|系统|页面|官网|厂家|您|你)们?(?:刚才|之前|上次|那边)?(?:也|又|都|就)?(?:说|讲|表示|显示|写着|称|提到|要求|希望|想|让|叫)/,
  /(?:他|她|对方|客户|顾客|快递员?|厂家)们?(?:也|又|都|就)?(?:答应|承诺|保证)/,
  /(?:上面|里面|这里|网页|详情页?|说明书?|包装)(?:上|里)?(?:也|都)?(?:写|说|标|注明|印)/,
  /^(?:快递(?!单)|物流|包裹|系统|订单|货(?!.*(?:发出|寄出|发走|寄走)))/,
];

const past =
  /已经?|刚刚|刚才|刚(?=给|帮|把|查|问|发|寄)|之前|上次|昨[天晚日]|前[天晚日](?!后)|上个?(?:周|月|星期|礼拜)|早就|曾|当时|那天/;
const done = new RegExp(`(?:${any})(?:出去?|好|完|到|掉|上|过去)?(?:了|过)(?!解)|给(?:您|你).{1,8}了$`);

/** Over although it names a day: "已经在周一给您退款了". */
const over = /已经?(?!知道).{0,16}(?:了|过|好|完)$/;

/** Whether a clause of staff commits the shop to something. `dated`: it names a time to come. Expects NFKC text. */
export function chineseCommits(said: string, dated: boolean): boolean {
  const clause = said.replace(courtesy, '');
  if (
    !commits.some((commit) => commit.test(clause)) &&
    !(dated && [thing, goods, arrives, forCustomer].some((sign) => sign.test(clause)))
  )
    return false;
  if (refusals.some((refusal) => refusal.test(clause))) return false;
  if (dated) return !over.test(clause);
  if (past.test(clause) || done.test(clause)) return false;
  if (!isFirm.test(clause)) return false;
  return isSlow.test(clause) || !atOnce.test(clause);
}
