import { Button, Dropdown, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { frameTexts } from '../i18n/frame.ts';
import { Icon } from './icons.tsx';
import { useLanguage, useTexts } from './language.tsx';
import { type ThemeChoice, useTheme } from './theme.tsx';

/** Switches to the other language; says its name in that language. */
export function LanguageButton(): ReactNode {
  const { language, choose } = useLanguage();
  const t = useTexts(frameTexts);
  return (
    <Button
      type="text"
      size="small"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
    >
      {t.languageOther}
    </Button>
  );
}

const choices: ThemeChoice[] = ['light', 'dark', 'system'];

/** Light, dark, or as the device is. */
export function ThemeButton(): ReactNode {
  const { choice, choose, palette } = useTheme();
  const t = useTexts(frameTexts);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: choices.map((key) => ({ key, label: t[key] })),
        onClick: ({ key }) => choose(key as ThemeChoice),
      }}
    >
      <Tooltip title={t.theme}>
        <Button type="text" size="small" aria-label={t.theme} icon={<Icon name={palette.dark ? 'dark' : 'light'} />} />
      </Tooltip>
    </Dropdown>
  );
}
