/**
 * Traditional characters that the vocabulary of reply letters uses (labels, agencies, assemblies,
 * formulas, places) and their simplified forms, in pairs. Used only to recognise: a value in traditional
 * script is published as it stands.
 */
const pairs =
  '瀏浏簽签郵邮輯辑準准確确驟骤稅税誰谁灘滩穀谷臺台廈厦閩闽粵粤滬沪甯宁曆历號号覆复屆届會会議议關关於于對对復复覆复員员縣县區区鎮镇鄉乡國国發发機机構构標标題题稱称時时間间來来類类別别辦办' +
  '結结開开屬属聯联係系繫系電电話话現现將将經经見见體体業业務务農农廳厅長长門门衛卫環环設设計计財财質质監监' +
  '審审統统計计總总處处鐵铁運运輸输車车隊队網网絡络資资訊讯護护檢检學学術术藝艺館馆醫医藥药療疗險险應应' +
  '當当與与為为從从這这個个們们後后無无過过進进還还達达選选遞递頁页項项類类順顺須须預预領领頭头題题願愿' +
  '書书畫画報报寫写單单雙双團团園园圖图圓圆場场壓压壞坏報报執执報报講讲談谈請请論论證证評评識识訴诉詢询' +
  '試试該该詳详語语說说調调諮咨謝谢議议譽誉讀读變变讓让責责貴贵買买費费資资賓宾質质贈赠貿贸賬账錄录鋼钢' +
  '銀银錢钱鑑鉴閉闭閱阅隨随雖虽難难電电靈灵響响顧顾飛飞養养館馆騎骑驗验驛驿鳳凤齊齐齡龄龍龙龜龟陽阳陰阴' +
  '陳陈陸陆際际隴陇漢汉濟济濱滨灣湾瀘泸瀋沈爾尔獨独獎奖獻献產产畢毕異异盡尽盤盘盧卢眾众礎础種种積积穩稳' +
  '競竞筆笔節节範范築筑簡简糧粮紀纪約约級级納纳紙纸細细終终組组絡络給给統统綜综維维綱纲練练縱纵織织繁繁' +
  '續续罰罚羅罗義义習习聖圣聞闻聲声職职肅肃腦脑臨临舉举舊旧藍蓝蘇苏蘭兰號号蟲虫術术衛卫衝冲補补裝装製制' +
  '規规視视親亲覽览觀观觸触訂订記记許许訪访評评詞词誌志認认誤误課课諒谅諾诺謀谋豐丰貧贫貫贯貼贴賀贺賢贤' +
  '賴赖購购贛赣趙赵趕赶跡迹輔辅輕轻輛辆輪轮轉转農农連连週周遊游遙遥適适遲迟遷迁遺遗鄭郑鄰邻鄒邹醜丑鍾钟' +
  '鐘钟鎮镇鎖锁鏡镜鑒鉴閣阁陝陕險险隸隶雲云韓韩頒颁頓顿顏颜願愿類类風风餘余馬马駐驻鮮鲜鳥鸟鹽盐麗丽麥麦' +
  '黃黄點点黨党併并佈布備备傳传債债傷伤優优僅仅價价億亿儲储兒儿兩两內内冊册凱凯別别劃划劉刘劇剧動动勞劳' +
  '勢势勝胜勵励勸劝匯汇協协參参啟启問问喬乔嚴严團团壘垒墊垫夠够夾夹奪夺奧奥婦妇孫孙寧宁實实審审寬宽寶宝' +
  '專专尋寻導导層层岡冈島岛嶺岭嶽岳巖岩師师帥帅帶带幹干幾几庫库廢废廣广廠厂張张強强彈弹彙汇徑径徵征德德' +
  '恆恒惡恶愛爱態态慶庆憲宪懷怀戰战戶户拋抛捨舍掃扫掛挂採采換换揚扬損损搶抢摟搂撥拨撫抚擁拥擇择擊击擔担' +
  '據据擬拟擴扩攝摄敗败敘叙數数斷断昇升晉晋暫暂曉晓書书條条東东查查極极榮荣樂乐樓楼樣样樹树橋桥機机權权' +
  '欄栏歐欧歡欢歲岁歷历歸归殘残殯殡毀毁氣气決决沒没況况淨净淵渊渾浑減减測测湯汤溝沟滅灭滿满漁渔潔洁潤润';

const table = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) table.set(pairs.charAt(at), pairs.charAt(at + 1));

/** The simplified form of a traditional character of the vocabulary, else the character itself. */
export function simplified(character: string): string {
  return table.get(character) ?? character;
}

/** Whether so much of `text` is in traditional script that it is no slip. */
export function isTraditional(text: string): boolean {
  let count = 0;
  for (const character of text) if ((table.get(character) ?? character) !== character) count += 1;
  return count * 20 > (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
