const zh = {
  ask: '最后问一句：这次的服务，您打几分？5 分是很满意，1 分是很不满意。',
  askComplaint: '顺便问一句：这次登记投诉的过程，您打几分？5 分是很满意，1 分是很不满意。',
  askAgain: '谢谢您告诉我。要换成分数的话，是几分？',
  buttons: ['5 很满意', '4 满意', '3 一般', '2 不满意', '1 很不满意', '不评价'],
  refuse: '不评价',
  help: '点星星，或者说“还行”“4 星”“九分”都可以；不想评就说“不评价”，我不会再问。',
  high: '谢谢您！还有什么想说的，写在下面就好；没有也没关系。',
  middle: '谢谢您的实话。哪里再做好一点，您会更满意？不想写也没关系。',
  low: '让您失望了，很抱歉。我已经请同事来跟进，会有人联系您。愿意的话，说说哪里没做好？',
  commentHelp: '想说的直接写下来，会原话转给负责的同事；没有就说“没有了”。',
  commentButtons: ['没有了'],
  thanksComment: '谢谢，原话我已经转过去了。',
  noComment: '好的，谢谢您的评价。',
  dismissed: '好的，不打扰您了。',
};

const en: typeof zh = {
  ask: 'One last question: how satisfied are you with our help today? 5 is very satisfied, 1 is not at all.',
  askComplaint:
    'One more question: how satisfied are you with how I took down your complaint? 5 is very satisfied, 1 is not at all.',
  askAgain: 'Thank you for telling me. How many points would that be?',
  buttons: ['5 very satisfied', '4 satisfied', '3 so-so', '2 not satisfied', '1 not at all', 'Rather not say'],
  refuse: 'Rather not say',
  help: 'Tap a star, or say “ok”, “4 stars”, “nine out of ten”. If you would rather not, say so and I will not ask again.',
  high: 'Thank you! If there is anything to add, write it here; if not, that is fine, too.',
  middle: 'Thank you for being frank. What would have made it better? You need not write anything.',
  low: 'I am sorry we let you down. I have asked a colleague to look into it, and somebody will contact you. If you like, tell me what went wrong.',
  commentHelp:
    'Write whatever you want to say, and it goes to the people in charge word for word. If nothing, say “nothing else”.',
  commentButtons: ['Nothing else'],
  thanksComment: 'Thank you, I have passed that on word for word.',
  noComment: 'All right, thank you for your rating.',
  dismissed: 'All right, I will not ask again.',
};

export const replies = { zh, en };
