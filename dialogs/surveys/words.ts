/** How far up a scale such words stand, 0 to 1: of scales whose ends are to agree and not to. */
export const agreed: [number, RegExp][] = [
  [
    1,
    /^(?:非常|完全|十分|特别|很|强烈|举双手)(?:同意|赞同|认同|赞成)$|^(?:strongly|totally|completely|fully|absolutely) agree$|^(?:i )?could ?n[' ]?t agree more$/,
  ],
  [
    4 / 6,
    /^(?:比较|基本|大致|有点|还算)(?:同意|赞同|认同|赞成)$|^(?:i )?(?:somewhat|mostly|partly|slightly|kind of|sort of|tend to) agree$/,
  ],
  [5 / 6, /^(?:同意|赞同|认同|赞成)$|^(?:i )?agreed?$/],
  [3 / 6, /^(?:中立|保持中立|无所谓)$|^neutral$|^neither agree nor disagree$/],
  [
    2 / 6,
    /^(?:不太|不怎么|有点不|不是很|不大)(?:同意|赞同|认同|赞成)$|^(?:i )?(?:somewhat|mostly|partly|slightly|kind of|sort of|tend to) disagree$/,
  ],
  [1 / 6, /^不(?:同意|赞同|认同|赞成)$|^(?:i )?(?:disagree|do not agree|don[' ]?t agree)$/],
  [
    0,
    /^(?:非常|完全|十分|很|强烈|根本|坚决|一点[都也])不(?:同意|赞同|认同|赞成)$|^(?:strongly|totally|completely) disagree$/,
  ],
];

/** Of scales that ask how likely something is: nothing is left open. */
export const likely: [number, RegExp][] = [
  [
    1,
    /^我?(?:肯定|一定|绝对|当然|百分百|必须|强烈|满分)(?:会)?推荐$|^我?(?:肯定|一定|绝对|百分百)会$|^(?:i )?(?:definitely|certainly|absolutely) (?:would|will|yes)$/,
  ],
  [
    0,
    /^我?(?:绝对|肯定|一定|完全|根本|坚决|打死[都也]?|永远)不会?(?:推荐)?$|^(?:definitely|certainly|absolutely) not$|^(?:i )?would never recommend(?: it| you)?$|^no way$/,
  ],
];

/** Words that answer a scale and leave open how much: 不会推荐, probably. */
export const almost =
  /推荐|同意|满意|recommend|agree|satisf|^(?:肯定|一定|绝对|当然|应该|可能|大概)?不?会[的吧]?$|^(?:definitely|certainly|probably|not at all)(?: not)?$/;

/** Words that leave it open on purpose, or that stand between two steps which count apart: 有好有坏, 不及格, hard to say. */
export const undecided =
  /^(?:不好说|说不[准清好上]|看情况|一半一半|有好有坏|好坏参半|不及格|算是吧?|差强人意|呵呵|(?:还|仍|尚)?(?:有待|需要?)(?:提高|改进|改善|加强)|也许|可能吧?|或许|随便|不一定)(?:吧|啊|呢)?$|^(?:it'? ?s )?(?:hard|difficult) to say$|^(?:it )?depends|^(?:a )?mixed(?: feelings| bag)?$|^half(?: ?-? ?(?:and|half|of it))*$|^yes and no$|^(?:i'? ?m )?not (?:so |really )?sure$|^(?:some )?room for improvement$|^(?:maybe|perhaps|whatever)$/;
