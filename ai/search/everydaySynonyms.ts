/**
 * Words that stand for one another when customers ask a shop, whatever it sells; a line is a group, in Chinese and English. Phrases are
 * parted by commas. What only one shop calls by two names belongs to its own synonyms.
 */
const groups = `
运费, 邮费, 快递费, 邮资, 寄费, 配送费, shipping cost, delivery fee, delivery cost, postage, shipping fee, freight
到货, 收到, 送到, 寄到, 送达, 收货, 到手, 签收, arrive, arrival, delivered, delivery, get here
发货, 寄出, 出货, 发出, dispatch, send out
配送, 快递, 送货, 物流, 寄送, delivery, deliver, shipping, ship
包裹, 快件, parcel, package
几天, 多久, 多长时间, 多少天, how long, how many days
多少, 几, how much, how many
承担, 负责, 算谁的, 谁出, 谁付, 谁给, who pays, pay for
港澳台, 香港, 澳门, 台湾, hong kong, macao, taiwan
国外, 海外, 境外, 出国, 国际, 外国, abroad, overseas, internationally, foreign country, other countries, canada, america, the us, australia, singapore, 加拿大, 美国, 澳洲, 新加坡, 欧洲
发票, 专票, 普票, 电子票, 增票, invoice, fapiao, tax receipt
分期, 花呗, 分期付款, 白条, instalment, installment, pay monthly
付款, 支付, 付钱, 买单, pay, payment
地址, 收货地址, 收件地址, address
修改, 改, 更改, 变更, 换成, change, modify, edit
取消, 撤销, 不要了, 退订, cancel
退货, 退, 退掉, 寄回, 退回去, return, send back
退款, 退钱, 退, 到账, 返还, refund, money back
换货, 换, 调换, 更换, exchange, swap
便宜, 优惠, 折扣, 打折, 活动, discount, cheaper, deal
差价, 降价, 保价, 价保, price drop, price protection, price match
人工, 客服, 真人, person, human, agent, colleague
几点, 上班, 营业, 工作时间, opening hours, working hours
门店, 实体店, 店铺, 专柜, store, physical shop
质保, 保修, 三包, 包修, 保几年, warranty, guarantee
维修, 修理, 送修, 修, 返修, repair, fix, mend
坏, 坏了, 故障, 失灵, 不工作, 用不了, broken, faulty, defective, does not work, stopped working
显示, 跳出, 出现, 提示, 报错, 报, show, display, say, error code, code
漏水, 渗水, 滴水, 漏, leak, drip, water under
不出水, 没水, 水小, no water, weak flow
吵, 响, 声音大, 噪音, 噪声, 异响, loud, noise, noisy
安静, 静音, 不吵, 声音小, quiet, silent
水垢, 水碱, 白垢, 垢, 结垢, limescale, scale
除垢, 去垢, 除水垢, 去水垢, descale, remove limescale
清洗, 清洁, 洗, 刷, 擦洗, 刷洗, 洗干净, clean, wash, rinse
怎么用, 如何使用, 使用方法, 用法, how to use, instructions
安装, 装, 组装, 装上, assemble, install, set up, setup
更换, 换, 替换, replace, change
灌, 倒, 加, 倒进去, fill, pour, top up, refill
打开, 开, 解开, 解锁, 开启, open, unlock, switch on
关闭, 关, 关掉, close, lock, switch off
整夜, 整晚, 通宵, 一整晚, 一晚上, 过夜, 夜里, 晚上, all night, overnight, at night
白粉, 白色粉末, 白灰, 白色的粉, white dust, white powder
味道, 气味, 异味, 臭, 怪味, 臭味, smell, odour, odor, stink
误食, 误吞, 吞, 吃进去, 吃了, 喝了, swallow, ingest, eat
过敏, 起疹, 红肿, 发痒, 发红, allergy, allergic, rash, itchy, reaction
孕妇, 怀孕, 孕期, 孕, 备孕, 哺乳, pregnant, pregnancy, expecting, breastfeeding
宝宝, 婴儿, 小孩, 孩子, 儿童, 新生儿, 小朋友, 娃, baby, child, children, kid, newborn, infant, toddler
混用, 一起用, 混合, 混在一起, 同时用, mix, combine, together
毛巾, 浴巾, towel
掉毛, 掉绒, 掉屑, lint, shed, shedding
缩水, 变小, shrink
掉色, 褪色, fade, colour run
没化开, 不化, 没溶, 没融化, dissolve, melt
保质期, 有效期, 过期, 能放多久, shelf life, expiry, expire
容量, 装多少, capacity
缺, 少, 漏发, 少发, 缺少, missing, left out
真假, 正品, 假货, 真的吗, genuine, fake, authentic, counterfeit
样品, 试用, 小样, 试用装, sample, trial size
礼物, 送人, 礼品, 送礼, gift, present
团购, 批发, 大量, 采购, bulk, wholesale
成为会员, 加入会员, 入会, 注册会员, 开通会员, 办会员, join, sign up, become a member
会员, 积分, 等级, member, membership, points
退订, 不想收到, 别发, 关掉推送, unsubscribe, stop messages
删除, 忘记, 删掉, 清除, delete, erase, forget
`;

/** The groups as lists of words and phrases. */
export const everydaySynonyms: readonly (readonly string[])[] = groups
  .trim()
  .split('\n')
  .map((line) => line.split(',').map((phrase) => phrase.trim()));
