/** What opens a robot stands in its address; in what is logged or shown it is left out. */
const secrets = [
  /([?&](?:key|access_token|sig|sign|corpsecret|code|token)=)[^&\s"']+/gi,
  /(\/hook\/)[^/?\s"']+/gi,
  /(\/\/[^/:@\s]+:)[^@\s]+(?=@)/g,
];

export const redacted = (text: string): string => secrets.reduce((kept, secret) => kept.replace(secret, '$1…'), text);
