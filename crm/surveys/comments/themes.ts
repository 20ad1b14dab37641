import type { Localized } from '../../localized.ts';

/** What comments are about; a comment may be about several. */
export interface Theme {
  code: string;
  name: Localized;
  /** In a sentence, for a model and for whoever labels comments by hand. */
  means: string;
  /** Words that speak of it (crm/complaints/causeWords.ts says how they are written): those that praise, those that blame, those that do neither. */
  words: Readonly<Record<'good' | 'bad' | 'plain', readonly string[]>>;
  /** What holds such a word and means something else. */
  except: readonly string[];
}

/** Words parted by spaces; an underscore stands for a space within one. */
const list = (text = ''): string[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replaceAll('_', ' '));

const theme = (
  code: string,
  [zh, en]: [string, string],
  means: string,
  words: { good?: string; bad?: string; plain?: string; except?: string },
): Theme => ({
  code,
  name: { zh, en },
  means,
  words: { good: list(words.good), bad: list(words.bad), plain: list(words.plain) },
  except: list(words.except),
});

/** The themes of comments on contacts, products and what lies between; the list is closed, for keywords and for a model alike. */
export const themes: readonly Theme[] = [
  theme(
    'answer',
    ['回答是否有用', 'Answers'],
    'whether what the shop answered was clear, right and of use, and whether it solved the matter; not how long it took',
    {
      good: `解决了 解决得 帮我解决 问题解决 有用 有帮助 帮大忙 讲得清楚 讲得*明白 说得清 说得*明白 很清楚 很详细 得很详细 清楚明白 一下子就明白 一说就懂
        搞定 办好了 处理好 查清楚 专业 懂行 很懂 耐心解答 看得懂 answered_my solved sorted resolved helpful useful explain clear understood knowledgeable step_by_step
        to_the_point knew_exactly knew_the_answer`,
      bad: `答非所问 问东答西 没回答 不回答 说不清 不清楚 听不懂 看不懂 没听懂 没看懂 没明白 还是不知道 不知所云 没解决 解决不了 不解决 问题还在 没用 白问 白说 套话 官话 废话 车轱辘话
        绕圈子 兜圈子 转圈 踢皮球 推来推去 互相推 推卸 复制粘贴 一问三不知 没给办法 没有办法 没办成 办不了 没下文 没结果 没个说法 没有说法 不了了之 帮不上 敷衍了事 错误的答案 误导 没人能说 没管 没人管 说了三遍 说了好几遍 问了两遍 问了好几遍 从头说 没说到点 不到点上
        unclear useless unhelpful unsolved unresolved pointless nobody_could could_not_help couldn't_help no_help circles round_in still_don't_know still_do_not_know no_idea
        passed_from copy_and_paste copy-paste canned wrong_answer contradict did_not_answer didn't_answer never_answered makes_no_sense`,
      plain:
        '回答 解答 回复内容 答复 答案 答了 介绍写得 说明白 建议 给的方案 处理方案 问题*解决 answer answered advice solution understand pictures_would',
      except: '没用过 没用几 没用多久 没用两 没用到 建议你们 hear_an_answer pick_up',
    },
  ),
  theme(
    'wait',
    ['等待与速度', 'Waiting and speed'],
    'how long somebody waited for an answer, for a person or for the matter to be settled, and whether anybody was there at that hour; not how long a parcel took',
    {
      good: `秒回 很快就 回复很快 回得快 反应*快 很及时 及时 马上就 立刻 立马 没等多久 不用等 随叫随到 半夜*还有人 这么晚*有人 效率高 高效 效率真高 神速 很迅速
        quick prompt fast instantly straight_away right_away in_no_time within_minutes in_two_minutes no_wait immediately`,
      bad: `等了 等太久 等好久 等半天 等到 干等 久等 等得 售后等 找不到人 排队 排了 太慢 很慢 真慢 好慢 慢死 慢吞吞 拖了 拖拖拉拉 拖延 一拖再拖 迟迟 没人理 没人回 没人接 没人应 不回消息 半天不回 半天没 忙音 打不通
        占线 一直在处理 催了 催几次 waited waiting kept_waiting wait slow forever ages queue on_hold no_reply no_response nobody_answers nobody_answered hours_later days_later get_hold_of nobody_to_ask nobody_there two_weeks_for three_weeks_for weeks_for days_for`,
      plain:
        '等待 速度 响应 效率 晚上*人在 夜里*人 周末*人在 上班时间 值班 speed response_time opening_hours at_night reply_time',
      except: '慢慢 快递 快件 不慢 快乐 愉快 can_hardly_wait slow_cook fast_food',
    },
  ),
  theme('attitude', ['态度', 'Manner'], 'the manner of whoever answered: polite, patient, warm, or cold and rude', {
    good: `耐心 热情 礼貌 客气 亲切 贴心 记得我 细心 用心 周到 温柔 和气 和善 态度好 态度很好 态度非常好 态度不错 态度真好 态度超好 服务好 服务很好 服务周到 人很好 人挺好 人还行 暖心 真诚 负责任 很负责
        friendly polite patient kind_ was_kind very_kind so_kind lovely_lady lovely_man lovely_person lovely_service warm courteous remembered listened caring nice_person nice_lady nice_man so_nice considerate pleasant attentive`,
    bad: `敷衍 不耐烦 没耐心 不礼貌 没礼貌 冷冰冰 冷漠 冷淡 爱理不理 爱答不理 态度差 态度恶劣 态度不好 态度很差 态度太差 什么态度 凶 怼 骂 甩脸 阴阳怪气 居高临下 高高在上 傲慢 瞧不起 看不起
        叫错 欠他 嫌烦 挂我电话 挂电话 语气*差 语气*硬 rude impolite unfriendly impatient cold_and arrogant dismissive talked_down condescending short_with sarcastic hung_up no_hello careless_about attitude_problem ignored_me shouted`,
    plain: '态度 语气 口气 服务态度 说话 客服人员 attitude manner tone',
    except: '凶猛 客气话 what_kind any_kind kind_of 说话算 说话不算 在说什么 我在说',
  }),
  theme(
    'person',
    ['机器人与人工', 'Bot or person'],
    'the assistant as a machine, against talking with a person: wanting one, being passed to one, what the machine can or cannot do',
    {
      plain: `机器人 智能助手 智能客服 助手 人工 真人 活人 转人工 人机 自动回复 机器回复 bot_ robot chatbot automated the_assistant virtual_assistant human real_person actual_person
        talk_to_a_person speak_to_a_person a_real a_machine the_machine_ computer`,
      except: '扫地机器人 擦窗机器人 人工费 人工智能音箱 robot_vacuum vacuum_robot human_hair',
    },
  ),
  theme(
    'quality',
    ['产品质量', 'Product quality'],
    'the product itself: whether it works, lasts, leaks, smells, is loud, feels good, is as described',
    {
      good: `好用 耐用 实用 质量好 质量不错 质量很好 质量真好 做工好 做工精 结实 好看 漂亮 好闻 很香 挺香 真香 更香 还香 淡雅 清爽 舒服 舒适 柔软 很软 暖和 又轻又 轻便 安静 静音 噪音小 声音小 没声音 清洗方便 很方便使用
        吸力*大 吸力*强 吸力*够 没起疹 不过敏 没过敏 没坏 没塌 不掉毛 不掉色 不起球 超出预期 东西挺好 东西好 东西不错 东西很好 产品不错 产品很好 产品好 是好锅 好锅 效果好 效果不错 效果明显 正品 回购 家人*喜欢 孩子*喜欢 老妈*喜欢 宝宝*喜欢 合身 合适 大小正好 新鲜 好吃 好喝 有弹性 美观 流畅 很顺
        和描述的一样 用着不错 用着挺好 用得住 没出过问题 没出过毛病
        never_any_trouble works_great works_well works_perfectly good_product great_product good_quality great_quality well_made sturdy durable soft comfortable cosy cozy quiet smells_good smells_nice smells_divine smells_lovely
        great_towel great_kettle love_it not_a_single_problem no_problems_with easy_to_use uses_it_every_day use_it_every_day as_described`,
      bad: `质量差 质量不好 质量太差 质量问题 不好用 难用 坏了 坏的 就坏 又坏 漏水 漏了 漏电 渗水 滴水 洒一手 盖不严 关不严 拧不 打不开 打不着 开不了 不出雾 不出水 不工作 不转 不亮 不热 不制热 不加热 没反应 充不进 充不了电 没电 不充电 死机 失灵 噪音 吵 声音大 声音*大 声音响 异响
        异味 味道大 味道重 味道*冲 糊味 焦味 怪味 难闻 刺鼻 臭 掉毛 掉色 褪色 起球 缩水 变形 塌了 裂 断了 碎了 生锈 发霉 发黄 掉漆 开线 脱线 起皮 粗糙 做工差 瑕疵 故障 毛病 过敏 起疹 红肿 烫手 冒烟 起火 触电 闪一闪 一闪一闪 色差 不符 不一样 跟图片 跟描述 假货 是假的 翻新 卡死 烂了 烂的 全烂 就烂 破了 染色 不经用 难吃 不好吃 偷工减料 硬梆梆 头皮屑 太薄 吓人 泡了 漏热气
        broken broke_ broke_down stopped leak drip noise noisy loud smell_bad bad_smell smells_bad smells_awful smells_of chemical_smell stinks faulty defective poor_quality bad_quality cheaply_made cracked
        came_apart fell_apart falls_apart rust rash allergic burnt overheats does_not_work_any not_working won't_turn_on doesn't_turn_on not_as_described fake worn_out stained still_broken soaked_my frightening`,
      plain: `质量 做工 材质 面料 味道 气味 声音 吸力 颜色 尺寸 效果 功能 手感 泡沫 quality smell fabric material texture colour color suction fits size`,
      except:
        "没用过这个功能 声音*好听 电话*声音 不漏水 不吵 不裂 没异味 没有异味 没噪音 没有噪音 断断续续 服务质量 回答质量 吵架 争吵 语音功能 not_loud no_smell no_noise doesn't_leak does_not_leak",
    },
  ),
  theme('price', ['价格与优惠', 'Price'], 'what things cost, whether they are worth it, discounts, vouchers, sales', {
    good: '便宜 划算 实惠 优惠力度 超值 物超所值 物有所值 值得买 很值 值了 白菜价 性价比高 性价比*可以 性价比不错 性价比很高 cheap_and good_value great_value worth_every worth_the_price worth_it worth_the_money bargain affordable good_price great_price well_priced',
    bad: "太贵 好贵 偏贵 有点贵 很贵 贵了 小贵 真贵 贵得 贵死 不便宜 不划算 不值 没觉得值 涨价 降价 降了 买贵 被坑 坑钱 乱收费 多收 多扣 杀熟 虚标 先涨后降 用不了券 券*用不了 没减 没优惠 expensive overpriced pricey costs_more too_much_money not_worth rip-off rip_off hidden_fee price_drop dropped_the_price code_did_not code_didn't code_does_not",
    plain:
      '价格 价钱 价位 定价 优惠 折扣 打折 满减 活动 券 红包 性价比 差价 保价 积分 促销 cheaper price discount voucher coupon value_for promotion postage_costs worth sale_',
    except: '贵公司 贵店 贵司 贵方 活动量 活动*伸 活动范围 活动自如 昂贵_礼物 不贵',
  }),
  theme(
    'delivery',
    ['物流与包装', 'Delivery'],
    'shipping, how long a parcel took and how it came, packaging, what was sent wrongly or is missing from the parcel',
    {
      good: '物流快 物流很快 物流*给力 快递快 快递很快 快递*给力 发货快 发货很快 到货快 送货快 送货很快 第二天就到 第二天就送 隔天就到 当天就到 包装好 包装很好 包装严实 包装仔细 包装*用心 包得*好 包得*严 包得*层 arrived_early arrived_quickly came_quickly fast_delivery quick_delivery next_day day_early earlier_than well_packed well_packaged was_here_on',
      bad: "物流慢 物流太慢 物流很慢 快递慢 快递太慢 发货慢 发货太慢 不发货 没发货 没出库 还没到 没收到 没更新 丢件 丢了 破损 压扁 压坏 摔坏 摔碎 磕坏 扔楼下 扔*门口 乱扔 暴力 淋湿 雨淋 发错 少发 漏发 少了一 少件 漏件 包装差 包装破 包装烂 包装简陋 late_delivery never_arrived not_arrived hasn't_arrived dented damaged_box damaged_in left_in_the_rain wrong_item missing_from lost_parcel smashed soaked",
      plain:
        '物流 快递 发货 配送 包装 送货 送到 送来 到货 运费 驿站 包裹 箱子 纸箱 泡沫箱 打包 出库 签收 收货 派送 自提 delivery deliver shipping shipped parcel package packaging courier postage box dispatch arrived tracking',
      except: '运费退 退货运费 box_ticked lunch_box voicebox 收货*好评',
    },
  ),
  theme(
    'returns',
    ['退换与保修', 'Returns and warranty'],
    'sending something back, exchange, refund, warranty and repair',
    {
      good: '退款快 退款很快 退货方便 退得快 秒退 退换方便 免费修 免费换 换得快 修好 给换了 换了新 换了个新 打回卡 换货*快 replaced_it without_any_fuss refunded_quickly quick_refund fixed_it repaired_it easy_return',
      bad: "不给退 不给换 不给修 不退 不换 不肯退 不肯换 不让退 不能退 退不了 没退 还没退 退货难 退款慢 退款难 不保修 不在保 修不好 返修 运费自理 出运费 no_money_back still_no_money no_refund won't_refund refused_to_refund pay_for_sending pay_to_return",
      plain:
        '退货 换货 退款 退换 退回 退掉 寄回 退钱 把款 退给 保修 质保 保两年 保一年 三包 维修 来修 送修 修一下 售后 上门取件 取件 换新 换了 refund return exchange warranty guarantee repair replacement replace money_back sending_it_back send_it_back repaired',
      except: '更换 换滤芯 转换 替换装 many_happy_returns return_customer in_return returning_customer 售后服务态度',
    },
  ),
  theme(
    'promise',
    ['承诺与回访', 'Promises'],
    'something that was promised or announced (a call, a visit, a gift, a date), and whether it was kept',
    {
      good: '说到做到 说话算话 说话算数 守信 兑现 果然联系 真的*回我 真的打来 如约 准时回 按时回 kept_their_word kept_his_word kept_her_word kept_the_promise as_promised called_back_as',
      bad: '没回电 没打电话 没打来 没消息 没音讯 没动静 没兑现 不兑现 没做到 食言 说话不算 不守信 不守承诺 骗我说 说好*没 说好*不 说好*才 约好*才 约好*没 答应*没 答应*不 答应*消失 承诺*没 人就消失 石沉大海 说保*不 保两年*不给 放鸽子 爽约 失约 never_called nobody_called nobody_did no_one_called no_call_back never_rang broke_the_promise broke_their_promise promised*never promised*not said*never never_heard_back',
      plain:
        '答应 承诺 保证 回电 回访 说好 约好 说今天 说明天 说会 promise call_back callback called_back get_back_to_me would_ring would_call kept',
      except: '质量保证 没消息提示 kept_telling kept_saying kept_going kept_asking kept_waiting kept_warm',
    },
  ),
];
