import { Input, Radio, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../frame/language.tsx';
import { nextContactTexts } from '../i18n/nextContact.ts';
import { useShop } from '../queries/shop.ts';
import { type Choice, choices, choiceTime, type Planned } from './nextContactTimes.ts';
import { useTypeName } from './typeName.ts';

/** Kinds of contact that one plans ahead. */
const kinds = ['callBack', 'care', 'gift', 'repair', 'custom'] as const;

interface Props {
  value: Planned;
  change(value: Planned): void;
  /** Of several customers at once. */
  many?: boolean;
}

/** Asks when the customer is to be contacted next; “none” is an answer, saying nothing is not. */
export function NextContactField({ value, change, many = false }: Props): ReactNode {
  const t = useTexts(nextContactTexts);
  const typeName = useTypeName();
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const label = useId();
  const choose = (choice: Choice): void => {
    const field = choice === 'none' ? '' : choiceTime(choice === 'other' ? 'week' : choice, new Date(), zone);
    change({ ...value, choice, field });
  };
  const planned = value.choice !== undefined && value.choice !== 'none';
  return (
    <div className="next-contact">
      <p className="form-label" id={label}>
        {many ? t.titleMany : t.title}
      </p>
      <Radio.Group
        aria-labelledby={label}
        className="outcomes"
        value={value.choice}
        onChange={({ target }) => choose(target.value as Choice)}
        options={choices.map((each) => ({ value: each, label: t[each] }))}
      />
      {planned && (
        <div className="form-inline">
          <Select
            aria-label={t.kind}
            value={value.type}
            options={kinds.map((key) => ({ value: key, label: typeName(key, null) }))}
            onChange={(type) => change({ ...value, type })}
          />
          <Input
            type="datetime-local"
            aria-label={t.when}
            value={value.field}
            onChange={({ target }) => change({ ...value, field: target.value })}
          />
        </div>
      )}
    </div>
  );
}
