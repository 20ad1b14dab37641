/** Words that tell nothing about the subject: they do not count when we judge how much of a question a passage answers. Normalised spelling. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    '的 了 吗 呢 吧 啊 呀 嘛 哦 哈 么 是 在 有 我 你 您 他 她 它 我们 你们 他们 这 那 这个 那个 这款 那款 这种 这些 那些 和 与 跟 或 或者 也 都 就 还 ' +
    '又 很 太 要 想 会 能 可以 可 不 没 没有 吗 怎么 怎样 怎么样 如何 什么 哪 哪个 哪些 哪里 多少 几 为什么 请问 请 问 一下 知道 告诉 问一下 一个 ' +
    '个 上 下 里 把 被 给 对 到 从 用 让 得 地 着 过 但 但是 如果 是不是 有没有 能不能 可不可以 需要 应该 时候 ' +
    "a an the is are was were be been am do does did done don't doesn't can can't could would will should shall may might must i you he she it we they me my your " +
    "his her its our their this that these those and or but if so of in on at to for from with by as about into than then there here what which who whom whose how when where why i'm i've it's what's " +
    'please tell know any some something anything someone anyone somebody just also have has had get got not no yes too very much many hi hello hey thanks thank'
  ).split(' '),
);
