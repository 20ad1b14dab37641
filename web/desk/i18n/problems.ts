import type { Dictionary } from './dictionary.ts';

const zh = {
  retry: '再试一次',
  unexpected: '页面出了点问题。您的输入已保留，请刷新后再试。',
  unreachable: '暂时连不上服务器。您写的内容已保留，请检查网络后再试。',
  serverFault: '服务器出错了，这次操作没有生效。您写的内容已保留，请稍后再试。',
  unauthenticated: '登录已过期。请重新登录，会回到现在的页面。',
  forbidden: '您的角色不能进行此操作。如有需要，请联系管理员。',
  notFound: '找不到这条记录，可能已被删除。请返回列表重新选择。',
  invalidCredentials: '邮箱或密码不正确，请核对后再试。',
  linkInvalid: '这个登录链接已使用过或已过期。请向管理员要一个新的。',
  tooManyAttempts: '尝试次数过多，请约 15 分钟后再试。',
  exampleKnown: '机器人本来就知道这句话，不用再加。',
  exampleExists: '这句话已经是例句了，请直接修改那一条。',
  articleChanged: '刚刚有人保存过这篇文章，您的修改没有保存。请复制您的文字，刷新后再改。',
  fileEmpty: '文件里没有内容：第一行是列名，下面每行一条记录。',
  fileHeader: '第一行没有必需的列名：产品要有“货号”，文章要有“标题”。',
  fileQuoting: '引号或括号没有配对：含引号或换行的单元格要用英文双引号括起来，里面的引号写两遍。',
  fileRowTooLong: '有一行长得不像一行：可能有引号没有关闭，或者文件不是表格。',
  fileFormat: '读不懂这种文件：请用 CSV、Excel（.xlsx）、JSON、Markdown 或 HTML；旧的 .xls 请另存为 .xlsx。',
  fileEncoding: '文字编码无法识别：请在 Excel 中另存为“CSV UTF-8”后再试。',
  fileTooLong: '文章太长：请拆成几篇。',
  fileWorkbookTooLarge: '这个工作簿太大：请把表格另存为“CSV UTF-8”后再导入。',
  tooLarge: '文件太大：200 MB 以上请用命令 npm run import 导入。',
  status401: '登录已过期。请重新登录。',
  status409: '刚刚有人更改过它，您的操作没有生效。请查看最新状态后再试。',
  status429: '操作太频繁了，请稍等片刻再试。',
};

/** Problems by the API's stable code, or by status. Each says what happened, what was kept and what to do. */
export const problemTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    retry: 'Try again',
    unexpected: 'Something went wrong on this page. What you wrote is kept; please reload and try again.',
    unreachable:
      'The server cannot be reached right now. What you wrote is kept; please check the network and try again.',
    serverFault: 'The server failed and nothing was changed. What you wrote is kept; please try again in a moment.',
    unauthenticated: 'Your session has ended. Sign in again to come back to this page.',
    forbidden: 'Your role does not allow this. Please ask an administrator if you need it.',
    notFound: 'This record cannot be found; it may have been removed. Please choose another from the list.',
    invalidCredentials: 'E-mail or password is not right. Please check both and try again.',
    linkInvalid: 'This sign-in link was used or has expired. Please ask an administrator for a new one.',
    tooManyAttempts: 'Too many attempts. Please try again in about 15 minutes.',
    exampleKnown: 'The bot knows this sentence already; it need not be added.',
    exampleExists: 'This sentence is an example already; please change that one.',
    articleChanged:
      'Somebody has just saved this article, so your change was not. Copy your text, reload and repeat it.',
    fileEmpty: 'The file is empty: its first line names the columns, each further line is a record.',
    fileHeader: 'The first line lacks a column that is needed: “sku” for products, “title” for articles.',
    fileQuoting:
      'Quotation marks or brackets do not fit: put cells with quotes or line breaks in double quotes, each quote inside twice.',
    fileRowTooLong: 'A row is too long to be one: a quotation mark may not be closed, or the file is no table.',
    fileFormat:
      'This kind of file cannot be read: use CSV, Excel (.xlsx), JSON, Markdown or HTML; save an old .xls as .xlsx.',
    fileEncoding: 'The text’s encoding is not known: save it in Excel as “CSV UTF-8” and try again.',
    fileTooLong: 'The article is too long: split it into several.',
    fileWorkbookTooLarge: 'This workbook is too large: save the sheet as “CSV UTF-8” and import that.',
    tooLarge: 'The file is too large: above 200 MB use the command npm run import.',
    status401: 'Your session has ended. Please sign in again.',
    status409: 'Somebody has just changed this, so nothing was done. Please look at it again and retry.',
    status429: 'That was too fast. Please wait a moment and try again.',
  },
};
