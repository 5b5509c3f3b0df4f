/**
 * The first character of each syllable in the order of `zh-u-co-pinyin` (CLDR), by which the reading of any character
 * is found: it is that of the last of these that is not after it. Of the 6,763 characters of GB 2312 seven, all rare,
 * are read otherwise.
 */
const firstOfSyllable =
  'a吖ai哎an安ang肮ao凹ba八bai掰ban扳bang邦bao勹bei卑ben奔beng崩bi逼bian边biao灬bie憋bin玢bing冫bo拨bu逋ca嚓cai猜can参cang仓cao操ce册cen岑ceng噌cha叉chai拆chan觇chang伥chao抄che车chen抻cheng柽chi吃chong充chou抽chu出chuai揣chuan巛chuang疮chui吹chun春chuo踔ci呲cong匆cou凑cu粗cuan汆cui崔cun村cuo搓da哒dai呆dan丹dang当dao刀de得deng灯di氐dia嗲dian掂diao刁die爹ding丁diu丢dong东dou都du嘟duan端dui堆dun吨duo多e婀ei诶en恩er儿fa发fan帆fang匚fei飞fen分feng丰fou缶fu夫ga旮gai该gan甘gang冈gao皋ge戈gei给gen根geng庚gong工gou勾gu估gua瓜guai乖guan关guang光gui归gun丨guo呙ha哈hai咳han顸hang夯hao蒿he喝hei黑hen痕heng亨hong轰hou侯hu乎hua花huai怀huan欢huang肓hui灰hun昏huo耠ji丌jia加jian戋jiang江jiao艽jie阶jin巾jing京jiong冂jiu纠ju居juan娟jue噘jun军ka咔kai开kan刊kang康kao尻ke苛ken肯keng吭kong空kou抠ku刳kua夸kuai蒯kuan宽kuang匡kui亏kun坤kuo扩la垃lai来lan兰lang啷lao捞le仂lei雷leng塄li哩lia俩lian奁liang良liao撩lie咧lin拎ling伶liu溜long龙lou娄lu噜lv驴luan孪lve掠lun抡luo罗ma妈mai埋man颟mang邙mao猫me么mei没men门meng虻mi咪mian宀miao喵mie乜min民ming名miu谬mo摸mou哞mu毪na拿nai乃nan囡nang囔nao孬ne疒nei馁nen恁neng能ng嗯ni妮nian拈niang娘niao鸟nie捏nin您ning宁niu妞nong农nou耨nu奴nv女nuan暖nve疟nuo挪o喔ou讴pa趴pai拍pan潘pang乓pao抛pei呸pen喷peng怦pi丕pian偏piao剽pie氕pin姘ping乒po钋pou剖pu仆qi七qia掐qian千qiang呛qiao悄qie且qin亲qing青qiong邛qiu丘qu区quan悛que炔qun逡ran蚺rang禳rao娆re惹ren人reng扔ri日rong戎rou柔ru如ruan阮rui蕤run闰ruo若sa仨sai塞san三sang桑sao搔se色sen森seng僧sha杀shai筛shan山shang伤shao捎she奢shen申sheng升shi尸shou收shu书shua刷shuai衰shuan闩shuang双shui水shun吮shuo说si厶song忪sou嗖su苏suan狻sui虽sun孙suo唆ta他tai胎tan坍tang汤tao涛te忑teng疼ti剔tian天tiao佻tie帖ting厅tong通tou偷tu凸tuan湍tui推tun吞tuo乇wa挖wai歪wan弯wang尢wei危wen温weng翁wo挝wu乌xi夕xia呷xian仙xiang乡xiao枭xie些xin心xing星xiong凶xiu休xu吁xuan轩xue削xun勋ya丫yan恹yang央yao幺ye掖yi一yin因ying应yo哟yong佣you优yu纡yuan鸢yue曰yun晕za匝zai灾zan糌zang赃zao遭ze则zei贼zen怎zeng增zha扎zhai斋zhan沾zhang张zhao钊zhe蜇zhen贞zheng争zhi之zhong中zhou州zhu朱zhua抓zhuai拽zhuan专zhuang妆zhui隹zhun肫zhuo拙zi孜zong宗zou邹zu租zuan钻zui嘴zun尊zuo嘬';

/** Further readings of frequent characters, in words as letters, agencies and names have them. */
const furtherReadings =
  '长chang重chong行hang乐yue会kuai调tiao传zhuan率shuai系ji降xiang省xing参shen差chai藏zang曾zeng朝chao称chen乘sheng单shan弹tan地di都du度duo合ge还huan见xian强jiang觉jiao解xie卡qia壳qiao了liao绿lu落la露lou脉mo模mu便pian屏bing朴piao期ji奇ji区ou仇qiu塞se色shai厦xia什shen食si识zhi石dan似shi宿xiu拓ta提di吓he校jiao削xiao血xie钥yue择zhai着zhuo殖shi属shu幢zhuang琢zhuo仔zai大dai车ju翟zhai尉yu盖ge查zha柏bo薄bo贾gu召shao蚌beng泊po泌bi番pan涡guo洞tong汤shang铛cheng莞guan荥ying给ji角jue桔ju嚼jiao卜bu胖pan约yao匙chi女ru陆lu朝zhao单chan弹dan';

interface Reading {
  syllable: string;
  character: string;
}

let collator: Intl.Collator | undefined;
let order: Reading[] | undefined;

/**
 * Lists how the characters of some texts are read, as `QueryTables` describes it. The same characters give the same
 * list, in whatever order they come.
 */
export function listPinyinReadings(texts: Iterable<string>): string {
  const characters = new Set<string>();
  for (const text of texts) for (const character of text) characters.add(character);
  const bySyllable = new Map<string, Set<string>>();
  const add = (syllable: string, character: string) => {
    const read = bySyllable.get(syllable) ?? new Set();
    bySyllable.set(syllable, read.add(character));
  };
  for (const character of [...characters].sort())
    if (/^\p{Script=Han}$/u.test(character)) add(usualReading(character), character);
  for (const [, character = '', syllable = ''] of furtherReadings.matchAll(/(\P{ASCII})([a-z]+)/gu))
    if (characters.has(character)) add(syllable, character);
  return [...bySyllable]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, read]) => `${syllable}${[...read].join('')}`)
    .join('');
}

function usualReading(character: string): string {
  collator ??= new Intl.Collator('zh-u-co-pinyin');
  const { compare } = collator;
  order ??= Array.from(
    firstOfSyllable.matchAll(/([a-z]+)(\P{ASCII})/gu),
    ([, syllable = '', first = '']): Reading => ({ syllable, character: first }),
  ).sort((a, b) => compare(a.character, b.character));
  let [low, high] = [0, order.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (compare(character, order[middle]?.character ?? '') < 0) high = middle - 1;
    else low = middle;
  }
  return order[low]?.syllable ?? '';
}
