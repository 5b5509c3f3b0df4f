import { isBreadcrumb } from './breadcrumb.ts';

const breadcrumb =
  /(?:当前|现在|所在).{0,4}位置|首页.{0,3}[>»/＞]|[>»＞].{1,20}[>»＞]|(?:>|>>|»|\/)正文$|^首页$/u;
const link =
  /^\|?(?:上|下)一(?:篇|条|页|则|个)|^(?:相关阅读|相关链接|相关文章|相关信息|相关新闻|推荐阅读|延伸阅读|热点推荐|猜你喜欢)/u;
const footer =
  /版权所有|网站标识码|ICP备|公网安备|政府网站找错|^(?:主办|承办|主办单位|承办单位|协办)(?:单位)?:.{2,}|^地址:|^邮编:|^邮箱:|^传真:|^扫一扫|^扫码|返回(?:顶部|列表|首页)|^【?(?:打印|关闭|字体|字号)|关闭(?:窗口|本页|页面)|^分享到?:?|^附件下载:?$|^免责声明|文章网址|^内容摘要:|^原标题:|^责任编辑|^编辑:|^来源:|^查看:\d|^发表于|显示全部楼层|登录\|?立即注册|^展开$|^收起$|^·?\*?(?:姓名|联系方式|内容|验证码):$|我们将及时收集|^(?:代表|委员)?(?:反馈意见|满意程度)(?::.{0,10})?$|^标签:$|^留言与评论/u;
const widget =
  /技术支持|网站地图|联系我们|关于我们|手机(?:上)?(?:打开|查看|浏览|扫)|纠错|网站声明|隐私|无障碍|长者|浏览(?:次数|量)|阅读次数|微信|微博|只看该作者|政务新媒体|满意度|点赞|收藏|举报|备案号|^(?:今天是|欢迎|首页|菜单|搜索)/u;

/** Whether a line is boilerplate of the web site: a breadcrumb, a link to a neighbour, a footer, a control. */
export function isBoilerplate(text: string): boolean {
  return endsLetter(text) || isWidget(text) || isBreadcrumb(text) || /^[|·\-_=*~—\s]+$/u.test(text);
}

/** Whether a line ends the part of a page that can hold the letter. */
export function endsLetter(text: string): boolean {
  return (
    link.test(text) ||
    (text.length < 160 && footer.test(text) && !/收悉|如下/u.test(text)) ||
    breadcrumb.test(text)
  );
}

/** Whether a line is `此页无正文`, which precedes a signature on a page of its own. */
export function isPageNote(text: string): boolean {
  return /^\(?此页无正文\)?。?$/u.test(text);
}

/** Whether a line is only a page number: `— 2 —`, `-2-`, `第2页共3页`. */
export function isPageNumber(text: string): boolean {
  return /^(?:[-—–─]{1,2}\d{1,3}[-—–─]{1,2}|第\d{1,3}页(?:,?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/u.test(text);
}

/** Whether a short line without the punctuation of a sentence has words of a page's controls. */
function isWidget(text: string): boolean {
  return text.length <= 24 && widget.test(text) && !/[。,;:!?]/u.test(text);
}
