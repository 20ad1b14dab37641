/**
 * Traditional characters beside their simplified form, in pairs, for the characters that people use in a shop's chat.
 * A table of everyday characters is enough: a rare one that is missing only costs one matching character.
 */
const pairs =
  '們们個个這这來来時时說说對对會会還还沒没後后過过麼么嗎吗為为裡里裏里開开關关問问題题買买賣卖錢钱價价單单貨货' +
  '運运費费換换壞坏漏漏塊块產产業业務务訂订購购員员電电話话號号碼码機机氣气熱热溫温涼凉風风燈灯線线網网絡络' +
  '發发現现應应該该當当總总經经濟济覺觉見见視视聽听讀读寫写請请謝谢讓让認认識识設设計计評评論论調调試试誤误' +
  '護护膚肤髮发臉脸頭头顏颜乾干濕湿潔洁淨净體体質质驗验證证據据處处備备復复複复雜杂壓压廚厨廳厅臥卧牆墙' +
  '櫃柜檯台臺台燒烧燙烫傷伤癢痒腫肿痠酸藥药醫医療疗歲岁嬰婴兒儿媽妈爺爷奶奶親亲愛爱歡欢樂乐願愿滿满' +
  '條条件件雙双隻只張张個个種种類类樣样幾几萬万億亿兩两點点鐘钟週周曆历舊旧新新書书東东車车門门間间長长' +
  '遠远進进退退貴贵賣卖便便宜宜優优惠惠劵券積积獎奖賞赏質质壽寿實实際际確确標标準准規规則则選选擇择' +
  '輕轻軟软硬硬緊紧鬆松潤润滑滑齒齿牙牙鏡镜鍋锅壺壶爐炉罐罐蓋盖墊垫窗窗簾帘燈灯巾巾紙纸盤盘鹽盐糖糖' +
  '貓猫狗狗魚鱼鳥鸟馬马龍龙雲云陽阳陰阴雨雨雪雪國国華华語语漢汉學学師师廣广場场樓楼層层區区縣县鄉乡' +
  '聯联繫系係系統统帳账戶户賬账訊讯記记錄录簡简單单變变動动靜静聲声響响顯显屬属屆届報报導导引引擔担' +
  '負负責责職职賠赔償偿損损失失債债慢慢郵邮寄寄遞递達达送送達达倉仓庫库廠厂斷断裝装拆拆嗆呛噴喷' +
  '濾滤塵尘擦擦漿浆衛卫於于與与從从給给無无並并僅仅將将嘗尝夠够誰谁哪哪麵面餵喂嚐尝歸归難难頻频' +
  '極极細细純纯絲丝綠绿紅红藍蓝黃黄銀银銅铜鐵铁鋼钢鋁铝釐厘鎖锁鏽锈針针釘钉鑽钻環环帶带連连續续' +
  '勞劳勵励務务協协單单嚴严圍围圖图團团執执塗涂壯壮夾夹孫孙寧宁審审尋寻專专屜屉島岛幫帮庭庭徹彻憂忧' +
  '懷怀懶懒戀恋戰战擁拥擴扩擊击擠挤攜携敗败斃毙敵敌斂敛暈晕暫暂曬晒權权歐欧歷历殘残毀毁漲涨潑泼澀涩' +
  '濃浓濺溅營营爛烂牽牵狀状獨独獲获療疗瘡疮癮瘾皺皱盜盗監监禮礼稱称穩稳窮穷節节築筑篩筛簽签籤签糧粮' +
  '組组終终結结絕绝綁绑維维編编緩缓練练縮缩織织繞绕繳缴罰罚聞闻聰聪膠胶膽胆臟脏舉举蘋苹蘭兰虛虚虧亏' +
  '蟲虫蠟蜡術术衝冲裂裂製制襯衬訪访許许訴诉詢询詳详誇夸誠诚誰谁課课談谈諒谅講讲譯译議议貼贴賓宾贈赠' +
  '贊赞趕赶跡迹踐践蹤踪軌轨載载輔辅輪轮輸输轉转辦办農农適适遲迟遺遗還还邊边鄰邻醜丑釋释鈴铃錯错鍵键' +
  '閉闭閒闲閱阅闆板隊队階阶隨随險险隱隐雖虽離离雞鸡霧雾靈灵順顺預预頓顿領领顆颗額额顧顾飛飞飯饭飲饮' +
  '飽饱餅饼養养餘余館馆驚惊鬧闹鹼碱齊齐齡龄';

const simplifiedOf = new Map<string, string>();
const characters = [...pairs];
for (let i = 0; i + 1 < characters.length; i += 2) {
  if (characters[i] !== characters[i + 1]) simplifiedOf.set(characters[i]!, characters[i + 1]!);
}
const traditional = new RegExp(`[${[...simplifiedOf.keys()].join('')}]`, 'gu');

/** The text in simplified characters, so that 電熱毯 and 电热毯 are one word. Length is kept. */
export const simplified = (text: string): string => text.replace(traditional, (c) => simplifiedOf.get(c)!);
