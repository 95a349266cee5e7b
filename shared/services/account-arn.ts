import { pseudo, type Text, text } from '../iac/ir/expression.ts';

/** ARN of something in the account and Region of the export: `arn:<partition>:<service>:…:<resource>`. */
export function accountArn(service: string, resource: string): Text {
  return text(
    'arn:',
    pseudo('partition'),
    `:${service}:`,
    pseudo('region'),
    ':',
    pseudo('account'),
    `:${resource}`,
  );
}
