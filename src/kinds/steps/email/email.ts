import { z } from 'zod';
import { formulaText } from '#core/contracts/prop-schemas.ts';
import { customersPort, defineStep } from '#core/contracts/step-kind.ts';

/** An e-mail, told as what would be sent. Consent, address, quiet hours and caps are asked before it. */
export const email = defineStep({
  kind: 'email',
  version: 1,
  family: 'measure',
  section: 'talk',
  icon: 'mail',
  words: {
    en: {
      label: 'E-mail',
      summary: 'Send an e-mail, unless something forbids it',
      search: 'mail message send',
      unit: 'came in',
    },
    'zh-CN': { label: '邮件', summary: '发送邮件，除非有规则不允许', search: '发信 消息', unit: '已进入' },
  },
  props: z.strictObject({ to: formulaText, subject: formulaText, consent: formulaText }),
  defaults: { to: '', subject: '', consent: '' },
  inputs: [{ key: 'in', type: 'flow', required: true, many: true, words: { en: 'People', 'zh-CN': '客户' } }],
  outputs: [
    { key: 'out', type: 'flow', words: { en: 'Sent', 'zh-CN': '已发送' } },
    { key: 'refused', type: 'flow', words: { en: 'Not sent', 'zh-CN': '未发送' } },
  ],
  open: ['refused'],
  inspector: [
    {
      prop: 'to',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'does',
      words: { en: 'To', 'zh-CN': '收件地址' },
      help: { en: 'Who has none is not sent to. Empty: not asked.', 'zh-CN': '没有地址的客户不发送。留空：不检查。' },
    },
    {
      prop: 'subject',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'does',
      words: { en: 'Subject', 'zh-CN': '主题' },
      help: {
        en: 'A text in quotation marks, joined with & to columns: "Welcome, " & name',
        'zh-CN': '引号中的文字，可用 & 连接列："欢迎，" & name',
      },
    },
    {
      prop: 'consent',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'does',
      words: { en: 'Only if', 'zh-CN': '仅当' },
      help: { en: 'The customer’s consent. Empty: given.', 'zh-CN': '客户是否同意接收。留空：视为同意。' },
    },
  ],
  suggest: (props, inputs) => {
    const customers = inputs[customersPort]?.[0]?.columns ?? [];
    const find = (...names: string[]) => customers.find((one) => names.includes(one.key.toLowerCase()))?.key ?? '';
    return {
      ...props,
      to: props.to === '' ? find('email', 'e_mail', 'mail', '邮箱', '电子邮件') : props.to,
      consent: props.consent === '' ? find('consent', 'opt_in', 'subscribed', '同意') : props.consent,
    };
  },
  lower: (props, context) => {
    const given = (prop: 'to' | 'subject' | 'consent') =>
      props[prop].trim() === '' ? undefined : context.formula(props[prop], prop);
    const [consent, address, subject] = [given('consent'), given('to'), given('subject')];
    const wanted = [props.consent, props.to, props.subject].filter((text) => text.trim() !== '').length;
    if ([consent, address, subject].filter(Boolean).length < wanted) return undefined;
    return {
      node: 'act',
      effect: 'email',
      channel: 'email',
      ...(consent ? { consent } : {}),
      ...(address ? { address } : {}),
      fields: subject ? [{ key: 'subject', value: subject }] : [],
    };
  },
});
