import type { Thesaurus } from './concepts.ts';

/**
 * Everyday words that mean nearly the same when somebody asks for something, whatever the business. With ten examples an intent
 * nobody has said both "fee" and "charge"; who knows that they are one thing needs fewer examples. Hyphens stand for spaces.
 */
const english = `
add top-up topup load fund refill recharge
pay paid payment payments paying pays
buy bought purchase purchased buying shopping shop purchases order ordered
get receive received obtain acquire got gotten receiving getting
send sent transfer transferred wire forward sending transferring
money cash funds dough
fee fees charge charged charges cost costs costing surcharge price pricing priced
cheap inexpensive affordable low
expensive pricey costly high
refund refunded reimburse reimbursed reimbursement money-back
cancel cancelled canceled stop revert undo terminate abort void reverse
delete remove close deactivate erase disable shut
create make open start begin set establish setup
change modify edit update alter switch adjust amend updated changed replace
wrong incorrect mistaken error mistake inaccurate erroneous strange weird odd
fail failed failing declined decline rejected reject denied refuse refused refusing unsuccessful
work works working function functional functioning
broken broke damaged faulty malfunctioning busted defective
lost lose missing misplaced disappeared gone vanished
stole stolen theft robbed thief fraud fraudulent hacked compromised scam
find locate search look discover
want wish like need desire require
help assist assistance support aid
tell inform say explain let-know describe
show display see view check look
why reason cause
wait waiting pending delay delayed hold
long late slow forever
fast quick quickly soon rapid speedy asap immediately urgent urgently instantly instant hurry
arrive arrived come came coming delivered delivery deliver reach show-up
when date day
track tracking follow status progress
card cards visa mastercard
account accounts profile
bank banks
atm cashpoint machine
withdraw withdrawal withdrawn withdrew withdrawing
deposit deposited deposits
balance total amount
pin passcode password code
verify verification verifying identity identification confirm prove proof authenticate
country countries nation abroad overseas foreign international internationally europe eu
currency currencies dollar dollars euro euros pound pounds gbp usd
exchange convert conversion rate rates
phone mobile cell telephone smartphone
app application website site
limit limits maximum max cap restriction restricted
minimum least lowest
eligible qualify allowed able permitted
child children kid kids son daughter
age old young years
extra additional another second more
virtual disposable digital online
physical real actual plastic
twice double duplicate duplicated two repeated
recognize recognise unknown unfamiliar unrecognized
merchant store shop seller vendor retailer
flight plane airplane airline fly
car vehicle auto automobile
hotel room lodging stay inn
travel trip vacation journey holiday
restaurant diner eatery place
food meal dish eat dinner lunch breakfast
recipe cook bake prepare ingredients
reservation reserve book booking reserved
weather rain temperature forecast snow sunny
music song songs tune play
timer alarm remind reminder
calendar schedule meeting appointment event agenda
list todo task tasks
translate translation language speak spanish french
definition define meaning mean means
spell spelling
calculate math sum multiply divide percent
time clock hour hours minute minutes
location where gps position
distance far near close nearby
direction directions route way navigate
traffic jam
joke funny laugh
name named call called
hello hi hey greetings
goodbye bye later farewell
thanks thank appreciate grateful
yes yeah yep sure right true affirmative correct
no nope nah negative not false
maybe perhaps possibly unsure
repeat again
loud volume louder
quiet silent softer whisper
bill bills invoice statement
credit score rating
tax taxes w2 irs
salary income wage paycheck paid payday
insurance insured coverage policy
loan mortgage debt interest
spend spending spent expenses transactions transaction
report reported notify
apply application applying
oil tire tires gas fuel mpg
jump battery dead
vaccine shots vaccines vaccination
calories nutrition nutritional fat protein
substitute replacement instead alternative swap
pto vacation off leave
work job company employer boss
sync connect link pair connected
activate activation enable unlock
freeze block frozen blocked lock suspend hold
unhappy dissatisfied disappointed upset angry
good great nice excellent
bad terrible awful poor horrible
free complimentary gratis
new fresh recent latest
last final previous recent
next upcoming following
how-much how-many
possible can could able
light lamp lights
luggage baggage bag suitcase lost
person somebody someone people human anyone agent representative operator
friend friends buddy pal mate
family parents mother father mom dad brother sister
wife husband spouse partner girlfriend boyfriend
doctor hospital clinic medical medicine pill pills
hurt pain ache sick ill injury
house home apartment flat
door window wall floor roof
city town village
water drink beverage coffee tea juice
tv television movie film show video
book read novel
picture photo image photos pictures
email mail message text sms letter
internet wifi network online web
computer laptop pc tablet
password login log-in sign-in username passcode
clean wash rinse wipe
big large huge
small tiny little
hot warm heat heating
cold cool chilly
start begin launch
finish end complete done over
keep retain save store
give offer provide supply
take bring carry fetch
go visit head leave
stay remain
think believe guess feel
know aware understand understood
remember recall memory
forget forgot forgotten
ask question inquire query wonder
answer reply respond response
talk speak chat converse conversation
meet meeting
use using utilize usage
try attempt tried
fix repair mend resolve solve fixed
check confirm verify inspect examine
choose pick select option
compare difference versus different
recommend suggest advice suggestion recommendation
prefer favorite favourite
allow permit let
avoid prevent skip
increase raise up higher boost
decrease reduce lower down drop
size weight height length
color colour
number digits amount quantity
first second third
today tonight now currently
yesterday ago
tomorrow
week weekly weekend
month monthly
year annual yearly
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
morning afternoon evening night noon
always every daily regularly often
never
sometimes occasionally
all everything whole entire
none nothing
many much lots plenty several
few some bit
error problem issue trouble glitch bug
safe secure security safety protect
danger dangerous risk
old ancient used
date expiration expire expires expiry expired
address street zip
contact reach
complain complaint complaints
sale discount coupon promo promotion deal
gift present
points rewards reward bonus cashback
subscribe subscription membership member
ticket tickets pass
passport visa license licence permit id
police emergency
school college university class
exam test quiz
animal dog cat pet
birthday anniversary
game games sport sports football
news story stories
coin flip dice roll
random
shirt clothes shoes dress
return returned returns exchange
ship shipping shipped shipment mailed
package parcel box
link linked attach attached connection
source origin
salary deposited
`;

const chinese = `
怎么 如何 怎样 咋 怎么样 咋样
多少 几 多大 多长 多久
什么 啥 哪些 哪个
为什么 为啥 怎么回事 干嘛 凭什么
哪里 哪儿 在哪 何处
什么时候 几时 啥时候 何时 多会儿
可以 能 能不能 可不可以 行不行 允许
要 想 想要 需要 希望 打算
帮 帮忙 帮助 协助 帮我 麻烦
买 购买 购入 下单 拍下 入手 订购
卖 出售 售卖 销售
钱 价格 价钱 费用 多少钱 售价 收费
便宜 实惠 划算 优惠 打折 折扣 降价
贵 太贵 昂贵
退 退货 退款 退钱 退换
换 更换 换货 调换 替换
修 维修 修理 保修 检修
坏 坏了 破 破损 损坏 故障 失灵 报废
没有 没 无 缺 少了
丢 丢了 遗失 丢失 不见 找不到
错 错误 不对 弄错 搞错
慢 迟 晚 拖延 延迟 太久
快 迅速 尽快 马上 立刻 赶紧 急
等 等待 等了
查 查询 查看 看看 查一下
取消 撤销 作废 不要了
修改 更改 改 变更 改成
打开 开启 启动 开
关闭 关掉 关 停止
收到 到货 到了 签收
寄 发货 快递 邮寄 物流 配送
银行卡 信用卡 卡 卡号
密码 口令 验证码
账号 账户 帐号 帐户 户头
手机 电话 号码
转账 汇款 打款 转钱
充值 存 存钱 存入
提现 取钱 取款 取现
余额 额度 限额
还款 还钱 贷款 借钱 利息
喜欢 爱 偏爱 中意
讨厌 不喜欢 烦 恶心
好 不错 很好 棒 满意 赞
差 不好 糟糕 垃圾 失望 烂
投诉 举报 反映 维权
建议 意见 反馈
告诉 说 讲 通知
问 咨询 请问 请教
联系 打电话 回电 联络
人工 客服 真人 人工客服
介绍 说明 解释
推荐 介绍一款 建议买
比较 对比 区别 差别 不同
适合 合适 适用
孩子 宝宝 儿童 小孩 婴儿
老人 父母 爸妈 长辈
今天 现在 目前
明天 后天
昨天 前天 上周
天气 下雨 气温
音乐 歌 唱歌 播放
电影 电视 节目
吃 美食 菜 餐厅 外卖
机票 火车票 高铁 航班
酒店 住宿 宾馆
旅游 旅行 景点
闹钟 提醒 日程
翻译 英语 英文
笑话 段子
你好 您好 嗨
谢谢 感谢 多谢
再见 拜拜
`;

const groupsOf = (text: string, language: 'zh' | 'en'): Thesaurus =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const group = line.split(' ');
        const words = language === 'en' ? group.map((word) => word.replaceAll('-', ' ')).join(',') : line;
        return [`${language}:${group[0]}:${group[1]}`, { zh: '', en: '', [language]: words }];
      }),
  );

/** The groups above, by their first words. */
export const everydayWords: Thesaurus = { ...groupsOf(english, 'en'), ...groupsOf(chinese, 'zh') };
