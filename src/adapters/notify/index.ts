/** The ways out of the product, as the environment opens them; what it leaves out, the demonstration's gateway takes. */
import type { Gateways } from '../../app/ports/gateway';
import type { Store } from '../../app/ports/store';
import { WrongSetting } from '../wrong-setting';
import { demonstrationGateway } from './demonstration';
import { smsGateway } from './sms';
import { smtpGateway } from './smtp';

export { demonstrationGateway, smsGateway, smtpGateway };

export type NotifySettings = { smtp?: { url: string; from: string }; sms?: { url: string; token?: string } };

/** @throws WrongSetting, naming the variable and never its value */
export function notifySettings(env: NodeJS.ProcessEnv): NotifySettings {
  const { YIJIAN_SMTP_URL: smtp, YIJIAN_MAIL_FROM: from, YIJIAN_SMS_URL: sms, YIJIAN_SMS_TOKEN: token } = env;
  if (smtp && !/^smtps?:$/.test(protocolOf(smtp)))
    throw new WrongSetting('YIJIAN_SMTP_URL', '应写成 smtp://用户:密码@主机:587 或 smtps://…:465', 'write smtp://user:password@host:587 or smtps://…:465');
  if (smtp && !from?.includes('@'))
    throw new WrongSetting('YIJIAN_MAIL_FROM', '设了发信服务器就要写明发件地址，如 一件 <no-reply@…>', 'a mail server needs the address letters come from, such as Yijian <no-reply@…>');
  if (sms && !/^https?:$/.test(protocolOf(sms))) throw new WrongSetting('YIJIAN_SMS_URL', '应是 https:// 开头的网关地址', 'an address of the gateway that begins with https://');
  return { ...(smtp && from && { smtp: { url: smtp, from } }), ...(sms && { sms: { url: sms, ...(token && { token }) } }) };
}

export function gatewaysOf({ smtp, sms }: NotifySettings, store: () => Promise<Pick<Store, 'takeIn'>>): Gateways & { close(): void } {
  const letters = smtp && smtpGateway(smtp);
  return {
    sms: sms ? smsGateway(sms) : demonstrationGateway('sms', store),
    email: letters ?? demonstrationGateway('email', store),
    close: () => letters?.close(),
  };
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : '');
