import type { Thesaurus } from './classifier/concepts.ts';

/**
 * Words that stand for one another when we guess what a customer wants: who knows that a kettle can leak should know it of a
 * thermos. Chinese words are parted by spaces, English ones by commas. A word may belong to several concepts.
 */
export const shopWords: Thesaurus = {
  thing: {
    zh: '洗发水 洗发露 护发素 沐浴露 沐浴乳 沐浴液 浴液 洗手液 洗面奶 洁面乳 面霜 面膜 乳液 精华 爽肤水 身体乳 润肤露 护手霜 防晒霜 防晒 唇膏 口红 牙膏 牙刷 电动牙刷 冲牙器 漱口水 剃须刀 刮胡刀 吹风机 卷发棒 直发器 梳子 毛巾 浴巾 浴袍 香皂 肥皂 洗衣液 洗衣粉 柔顺剂 消毒液 洗洁精 清洁剂 拖把 扫把 抹布 吸尘器 扫地机 扫地机器人 洗地机 除螨仪 加湿器 除湿机 净化器 空气净化器 净水器 净水机 电水壶 热水壶 水壶 保温杯 水杯 杯子 玻璃杯 饭盒 电饭煲 电饭锅 高压锅 炒锅 砂锅 平底锅 锅 锅铲 刀具 菜刀 砧板 破壁机 榨汁机 豆浆机 咖啡机 烤箱 微波炉 空气炸锅 电磁炉 电热毯 电暖器 暖风机 取暖器 热水袋 暖宝宝 泡脚桶 足浴盆 按摩仪 按摩椅 筋膜枪 台灯 夜灯 吊灯 灯泡 灯罩 灯 香薰 香薰机 蜡烛 精油 香水 枕头 枕套 被子 被套 蚕丝被 羽绒被 床单 床垫 床笠 四件套 凉席 毛毯 毯子 地毯 地垫 浴室垫 窗帘 卷帘 沙发 沙发套 椅子 坐垫 靠垫 衣架 晾衣架 晾衣杆 收纳盒 收纳箱 置物架 挂钩 花洒 水龙头 马桶 马桶刷 马桶垫 浴帘 镜子 浴室镜 浴室柜 体重秤 电子秤 温度计 体温计 风扇 电风扇 空调扇 插座 插线板 充电器 充电宝 电池 遥控器 挂烫机 熨斗 剪刀 指甲刀 棉签 化妆棉 洗脸巾 纸巾 湿巾 卫生巾 纸尿裤 奶瓶 围裙 拖鞋 睡衣 内裤 袜子 雨伞 垃圾桶 垃圾袋 洗护 用品 产品 商品 东西 宝贝 机器 设备 套装 仪器',
    en: 'shampoo, conditioner, body wash, shower gel, hand wash, cleanser, face wash, cream, face cream, hand cream, mask, lotion, body lotion, serum, toner, sunscreen, lip balm, toothpaste, toothbrush, electric toothbrush, water flosser, flosser, mouthwash, razor, shaver, hair dryer, dryer, curling iron, straightener, comb, towel, bath towel, bathrobe, soap, detergent, softener, disinfectant, cleaner, mop, broom, vacuum, robot vacuum, vacuum cleaner, humidifier, dehumidifier, purifier, air purifier, water purifier, water filter, kettle, thermos, bottle, cup, mug, glass, lunch box, rice cooker, pressure cooker, pan, wok, pot, clay pot, spatula, knife, cutting board, blender, juicer, coffee maker, oven, toaster, microwave, air fryer, heated blanket, electric blanket, heater, space heater, hot water bag, foot bath, massager, lamp, desk lamp, night light, bulb, light bulb, lampshade, diffuser, candle, essential oil, perfume, pillow, pillowcase, duvet, quilt, sheet, bed sheet, mattress, mat, bath mat, blanket, rug, carpet, curtain, blind, roller blind, sofa, chair, cushion, hanger, drying rack, rack, storage box, shelf, hook, shower head, tap, faucet, toilet brush, brush, shower curtain, mirror, cabinet, scale, thermometer, fan, socket, charger, power bank, battery, remote, steamer, iron, steam iron, scissors, wipe, tissue, diaper, baby bottle, apron, slipper, pajamas, sock, umbrella, trash can, product, item, appliance, device, machine, gadget, unit, goods, model',
  },
  part: {
    zh: '盖子 瓶盖 瓶口 压头 泵头 喷头 喷嘴 手柄 把手 杆子 水箱 滤芯 滤网 刷头 插头 电线 开关 按钮 按键 屏幕 底座 支架 轮子 螺丝 拉链 内胆 涂层 配件 零件 替换装 包装 瓶子 外壳 接口 刷毛 布套',
    en: 'lid, cap, pump, nozzle, handle, pole, tank, filter, cartridge, mesh, brush head, plug, cord, cable, switch, button, screen, display, base, stand, wheel, screw, zipper, coating, accessory, part, spare part, refill, packaging, box, bristle, attachment, head, cover',
  },
  attribute: {
    zh: '功率 瓦 容量 毫升 升 尺寸 大小 重量 公斤 颜色 材质 面料 成分 电压 噪音 分贝 温度 度数 档 档位 亮度 厚度 高度 长度 密度 支数 续航 保质期 香味 味道 型号 规格 产地 参数 水压 容积 承重 净含量 功能 硬度 款式 尺码 硅油 酒精 香精 防腐剂 纯棉 真丝',
    en: 'power, watt, watts, capacity, volume, litre, liter, ml, size, dimension, weight, weigh, colour, color, material, fabric, ingredient, voltage, volt, noise, loud, decibel, temperature, setting, level, brightness, thickness, height, length, thread count, battery life, shelf life, scent, fragrance, spec, specification, made of, origin, pressure, function, feature, firmness, silicone, alcohol, paraben, pure cotton, silk, noisy, mode',
  },
  price: {
    zh: '多少钱 价格 价钱 价位 什么价 多钱 几块 卖多少 售价 报价 预算 便宜 划算 贵 性价比 元以内 块以内 块钱 原价 会员价',
    en: 'how much, price, cost, costs, cheap, cheaper, expensive, budget, pricey, affordable, yuan, under, priced',
  },
  deal: {
    zh: '优惠 优惠券 活动 折扣 打折 满减 促销 双十一 赠品 积分 会员 团购 秒杀 红包',
    en: 'discount, coupon, sale, promotion, promo, deal, offer, voucher, points, member, membership, free gift, black friday, redeem',
  },
  stock: {
    zh: '有货 现货 补货 缺货 还有吗 有卖 卖不卖 上架 下架 买得到',
    en: 'in stock, out of stock, stock, restock, available, sell, carry, sold out, availability, sold separately',
  },
  delivery: {
    zh: '快递 物流 发货 送货 配送 运费 包邮 顺丰 几天到 到货 送到 派送 发什么 寄到 快件 上门 加运费 几天能到 自提 驿站',
    en: 'shipping, ship, delivery, deliver, courier, parcel, package, express, freight, postage, arrive, arrival, tracking, dispatch, send to, overseas, abroad',
  },
  service: {
    zh: '退货 换货 退换 退款 退 换 保修 质保 维修 三包 售后 发票 七天无理由 以旧换新 修 保修期 退换货 抬头 收据 订单 门店 安装服务',
    en: 'return, exchange, refund, warranty, guarantee, repair, after sales, invoice, receipt, trade in, return policy, policy, swap, pickup, order, store, service point, money back',
  },
  howTo: {
    zh: '怎么用 怎么洗 怎么装 怎么安装 怎么清洗 怎么拆 怎么换 怎么连 怎么固定 怎么选 怎么量 使用方法 用法 说明书 教程 步骤 清洗 清洁 安装 拆卸 保养 收纳 存放 除垢 水垢 固定 连接 配对 打孔 机洗 手洗 水洗 烘干 洗碗机 充电 更换 开锅 注意事项 第一次用 操作 保存',
    en: 'how do i, how to, how should i, how can i, install, clean, cleaning, wash, attach, pair, connect, assemble, set up, setup, replace, charge, descale, limescale, store, storage, maintain, manual, instructions, drill, drilling, rinse, machine washable, washable, dishwasher, tumble dry, fold, care for, look after, season, remove, measure, first use, before use',
  },
  suitable: {
    zh: '适合 适不适合 合适 敏感肌 油头 干皮 油皮 宝宝能用 孕妇 婴儿 儿童 可以用 能用吗 能不能用 能用 推荐 推荐一个 推荐一款 哪款 哪个好 哪种好 哪个 选哪个 区别 差别 对比 比较 不同 优势 送礼 送人 挑 挑个 选 差在哪',
    en: 'suitable, suit, safe, sensitive, oily, recommend, recommendation, which one, which, best, better, difference, compare, comparison, versus, vs, gift, choose, good for, right for, ok for, gentle, works for, looking for, advice',
  },
  ask: {
    zh: '吗 么 怎么 怎样 如何 多少 几 什么 哪 哪里 哪儿 多久 多大 多高 多长 能不能 可不可以 可以吗 有没有 是不是 要不要 会不会 请问 请教 咨询 想问 想知道 为什么 啥 不 呢',
    en: 'what, what is, how, how many, how long, how often, how big, when, where, can i, can it, can you, could you, does it, do you, do i, is it, is there, are there, is the, are the, does the, will it, may i, should i, why, who, whose',
  },
  fault: {
    zh: '坏 坏了 坏的 破 破了 破损 裂 裂缝 裂开 碎 碎了 断 断了 漏 漏了 漏水 漏液 渗水 滴水 不工作 没反应 开不了机 充不进 充不了 不亮 不动 不转 不出水 不出雾 失灵 卡住 松动 松了 掉了 掉色 褪色 染色 起球 掉毛 变形 弯了 塌了 生锈 发霉 发黑 结块 变质 过期 瑕疵 缺陷 故障 问题 质量问题 短路 跳闸 闪 报废 失效 鼓包 掉漆 起皮 脱落 烧焦 焦味 炸了 爆了 爆炸 异响 停了 死机 拧不开 用不了 不能用 没法用 不能充电 又坏了 罢工 歪了 缺口 压坏 蹭掉 刮花 磕坏 掉皮',
    en: "broke, broken, break, crack, cracked, leak, leaking, leaked, burst, dead, died, stopped working, stop working, not working, does not work, won't work, doesn't work, won't turn on, won't charge, doesn't charge, faulty, defective, defect, damaged, damage, snapped, snap, torn, ripped, peeling, rust, rusty, mould, mold, mouldy, lumpy, expired, stuck, jammed, loose, loosened, came off, fell off, fell apart, bent, drip, dripping, seep, flicker, flickers, fuse, short circuit, faded, pilling, shrunk, smashed, crushed, scratched, dented, exploded, bled, failed, malfunction, collapsed, sagging, useless, no longer works, rattle, rattles, spilled, melted, again, scraped, chipped, tripped, unpaid",
  },
  harm: {
    zh: '烫 烫伤 烫手 烧伤 触电 电了 电到 漏电 冒烟 黑烟 起火 着火 火花 爆 受伤 流血 血 割伤 划伤 过敏 红肿 肿 红疹 疹子 起疹 水泡 痒 发痒 刺痛 疼 痛 火辣辣 脱皮 咳嗽 呕吐 头晕 头疼 恶心 打喷嚏 医院 急诊 噎到 窒息 中毒 掉头发 掉发 长痘 一脸痘 烂脸 砸到 危险 差点 吓死 摔',
    en: 'burn, burned, burnt, burning, shock, electric shock, smoke, smoking, fire, spark, sparks, injured, injury, hurt, hurts, bleeding, bleed, cut, rash, hives, allergic reaction, reaction, swollen, swelling, blister, blisters, itchy, itching, itch, sting, pain, painful, cough, coughing, vomit, dizzy, headache, headaches, sneeze, hospital, emergency, choked, choking, acne, pimples, breakout, broke out, hit my, dangerous, nearly, accident, scared, hot, current',
  },
  smell: {
    zh: '臭 异味 怪味 刺鼻 霉味 难闻 味道大 呛 塑料味 太吵 吵 响 噪音大 脏 头发在里面 虫子 粗糙',
    en: 'smell, smells, stinks, stink, reeks, reek, odour, odor, chemical smell, awful smell, disgusting, dirty, filthy, insects, too loud, noisy',
  },
  wrongOrder: {
    zh: '发错 少发 漏发 少了 少一件 缺件 缺少 没收到 没到 没发货 还没发 丢件 丢了 空盒 空的 二手 用过的 拆过 不一样 不符 假货 骗 骗人 欺骗 虚假 多扣 乱扣 扣了 等了 没发 影子都没 只来了 不见了 拖了 迟迟 没下文 没结果 说好的 答应',
    en: "wrong item, wrong one, wrong colour, missing, never arrived, never got, not arrived, not received, didn't arrive, hasn't arrived, still waiting, still haven't, lost, empty, used, opened, opened before, fake, scam, not as described, overcharged, charged twice, late, delayed, nowhere, only one, promised, supposed to, never showed up, never came",
  },
  anger: {
    zh: '投诉 举报 曝光 维权 赔偿 赔 赔钱 退钱 失望 生气 气死 愤怒 不满 非常不满 太差 很差 差劲 垃圾 敷衍 推脱 没人管 没人理 不理 不回 态度 骂 恶劣 素质 无语 忍无可忍 受够了 忽悠 坑 坑人 黑心 说法 解释 什么破 什么玩意 离谱 过分 再也不 爱答不理 12315 消协 消费者协会 欺负',
    en: 'complain, complaint, compensation, unacceptable, disappointed, disappointing, angry, furious, annoyed, fed up, ridiculous, terrible, horrible, awful, rude, ignored, ignore, junk, joke, worst, never again, never buying, report, unhappy, outrageous, sick of, pathetic, waste of money, rip off, rip-off, consumer association, lawyer, nobody, no one, nobody answers, disgrace, incompetent, cheated, liars',
  },
  complaintCase: {
    zh: '我的投诉 投诉进度 投诉结果 处理结果 进度 进展 有结果 结果 处理到 处理得 处理了吗 处理完 回音 下文 哪一步 投诉编号 投诉单 单子 之前投诉 上次投诉 反映的 上回报 报的 跟进 解决了没 有没有人处理 案子 工单 到哪了 怎么样了 有更新 上次',
    en: 'my complaint, complaint status, status, progress, any news, any update, update, my case, case, ticket, follow up, heard anything, heard back, hear back, look into, looking into, resolved, dealt with, handling my, i reported, i raised, i told you, case number, complaint number, in hand, how far, deal with my',
  },
  score: {
    zh: '星 颗星 几星 五星 四星 三星 两星 一星 分 满分 打分 评分 打个分 好评 差评 中评 评价 满意度 问卷 调查 反馈 意见 建议 推荐度 给分 表扬 感受 体验 很满意 非常满意 满意 不满意 一般般 还行 中规中矩 投票 意见簿 改进 夸 夸夸 夸奖',
    en: 'star, stars, rate, rating, score, points, out of 10, out of 5, out of ten, out of five, review, feedback, survey, questionnaire, suggestion, suggest, opinion, satisfied, dissatisfied, satisfaction, recommend you, full marks, full score, praise, experience, improvement, ideas, average, comment, thumbs up, thumbs down, 10/10, fair, evaluate, compliment, kudos, shout out',
  },
  liking: {
    zh: '喜欢 不喜欢 偏爱 偏好 更喜欢 最爱 讨厌 受不了 只用 只买 只要 只穿 只喝 从不 不用 不吃 不要 不想要 怕 怕冷 怕吵 闻不了 习惯 一般都 平时 爱用 钟爱 首选 优先 宁可 对什么过敏 忌口 素食 改主意 重视 注重',
    en: "i like, i love, i prefer, prefer, favourite, favorite, i hate, hate, can't stand, cannot stand, i only, only use, only wear, only buy, i never, never use, i avoid, avoid, i don't like, don't like, i don't use, i don't eat, i don't want, i'd rather, rather, usually, normally, always use, i always, into, my thing, a fan of, bothered by, makes me, vegan, vegetarian, fond of, dislike, keen on, not a fan",
  },
  self: {
    zh: '我是 我有 我家 我家里 我们家 咱家 家里 我的 我妈 我爸 我老公 我老婆 我孩子 我这人 我头发 我皮肤 我住 我姓 我叫 叫我 我对 本人 我属于',
    en: "i am, i'm, i have, i've, we have, we've, my, at home, i live, i get, my skin, my hair, my name, call me, address me, our, my kid, my mom, my husband, my wife, as a, i was",
  },
  family: {
    zh: '宝宝 孩子 儿子 女儿 老人 奶奶 爷爷 妈妈 爸爸 老公 老婆 猫 狗 宠物 怀孕 孕期 婴儿 婆婆',
    en: 'baby, kid, child, children, son, daughter, grandma, grandpa, mum, mom, dad, husband, wife, cat, dog, pet, pregnant, toddler, parents, elderly, grandmother',
  },
  contactTime: {
    zh: '打给我 打电话给我 打我电话 联系我 找我 别打电话 发短信 发微信 晚上打 点以后 点之后 点以前 点之后再 周末 工作日 礼拜天 白天不在 有空 方便接 上班时间 送货时间 放门口 放驿站 别打 别找我',
    en: "call me after, call after, contact me, phone me, text me, don't call, don't phone, don't contact, after 6, in the evening, evenings, mornings, on weekends, weekdays, workdays, pm, am, at work, not home, nobody's home, daytime, leave it, at the door, deliver after, free on, by text, notifications",
  },
  keep: {
    zh: '记住 记一下 记下 记得 记着 请记 帮我记 备注 以后 下次 别再推荐 别推荐 别给我推荐 不要推荐 以后别 更正 换成 改成',
    en: "remember, note, note that, keep in mind, bear in mind, from now on, in future, next time, don't recommend, stop recommending, stop suggesting, no more, take note, for the record, correction, note it",
  },
  known: {
    zh: '知道我 了解我 记了我 记得我 存了我 保存了我 我的资料 我的信息 我的偏好 我的档案 我的喜好 关于我 我的数据 个人信息 存了 记了 我说过 我告诉过 对我了解 我哪些 都记了',
    en: 'know about me, about me, saved about, stored about, data on me, my profile, my preferences, my data, my file, remember me, what i told, i told you about, my information, on record, my settings, know me, my likes, have on me',
  },
  erase: {
    zh: '忘掉 忘了 忘记 删除 删了 删掉 清空 清除 抹掉 去掉 作废 撤回 别记 不要记 别留 不要保存 别保存 移除',
    en: "forget, delete, erase, remove, clear, wipe, scrap, don't store, don't keep, don't remember, don't save, undo, drop, hold on to, stop remembering, get rid of what",
  },
  person: {
    zh: '人工 真人 活人 客服 专员 专人 经理 主管 负责人 店长 工作人员 同事 接线员 坐席 值班 技术人员 老板来 客服人员',
    en: 'human, person, real person, agent, representative, operator, manager, supervisor, somebody, someone, staff, colleague, advisor, specialist, customer service, customer care, customer support, support team, support, lead, live agent, live person, humans, people, anyone, sales',
  },
  talk: {
    zh: '转 转接 转人工 接通 接 找个人 叫人 喊人 换个人 换人 来个人 叫个 喊个 聊两句 说两句 通话 电话聊 回电 来电话 打电话 给我来个电话 跟人 和人 讲话 沟通',
    en: 'talk to, speak to, speak with, talk with, connect me, connect, transfer, put me through, get me, give me, hand me over, switch me, move me over, call me back, call back, ring me, by phone, on the phone, chat with, escalate, fetch, bring, hotline, forward me, ask one of',
  },
  world: {
    zh: '天气 下雨 气温 股票 股市 基金 黄金 比特币 汇率 房贷 利率 机票 火车票 高铁 航班 地铁 导航 加油站 签证 护照 驾照 社保 公积金 个税 高考 四级 作业 论文 作文 翻译 英文 写诗 写一首 代码 编程 电影 电视剧 演唱会 比赛 球赛 世界杯 明星 唱歌 歌 新闻 总统 首都 历史 朝代 光速 月球 菜谱 红烧肉 外卖 餐厅 减肥 感冒 高血压 吃什么药 医保 限行 彩票 游戏 电脑 手机 微信 淘宝 银行卡 信用卡 离婚 租房 求职 简历 旅游 景点 好玩 几点了 几号 闹钟 晚饭 午饭 今晚 会议 邮件 自行车 车险 诗',
    en: 'weather, rain, temperature outside, stock market, stocks, shares, gold price, bitcoin, exchange rate, mortgage, interest rate, flight, train, train ticket, ticket, subway, navigate, gas station, visa, passport, driving licence, social security, tax, exam, homework, thesis, essay, paragraph, translate, poem, code, python, programming, movie, film, tv show, concert, game, match, world cup, football, celebrity, sing, song, news, president, capital of, history, speed of light, moon, recipe, cook, pizza, restaurant, lose weight, cold medicine, pills, blood pressure, medicine, lottery, computer, laptop, phone, facebook, bank card, bank, credit card, divorce, rental, job, resume, resignation, travel, sightseeing, what time, date today, alarm, meeting, email, bicycle, car insurance, tire, book, electricity bill, savings account, dinner, lunch, breakfast, calories, japanese, city, novel, war',
  },
  courtesy: {
    zh: '你好 您好 嗨 哈喽 在吗 早上好 晚上好 下午好 再见 拜拜 谢谢 多谢 感谢 谢啦 辛苦了 晚安 回聊 拜',
    en: 'hello, hi, hey, heya, yo, good morning, good evening, good afternoon, bye, goodbye, see you, thanks, thank you, cheers, good night, thx, take care, talk soon, thanks a bunch',
  },
  botSelf: {
    zh: '你是谁 你叫什么 你几岁 你是机器人 你是人 机器人 程序 笑话 段子 陪我聊 你会 你能 你可以 你有什么 本事 你的功能 你吃饭 你喜欢 哈哈 无聊 你老板 你们老板 心情',
    en: 'are you, who are you, your name, how old are you, robot, bot, program, joke, laugh, chat with me, bored, what can you, you can do, you able, can you do, your features, do you sleep, your boss, haha, lol, feeling, good at',
  },
};
