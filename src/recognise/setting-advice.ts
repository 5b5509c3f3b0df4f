import { isSettable } from '../reply/settable-fields.ts';

/** How an editor states a value by hand, in Chinese; `field` where the field is known. */
export function settingAdvice(field: string | undefined): string {
  return field !== undefined && isSettable(field)
    ? `用 --set ${field}=值 填写`
    : '用 --set 字段=值 填写（见 dafu convert --help）';
}

/** The beginning of a text, as a message quotes it. */
export function excerpt(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 38)}……`;
}
