/** Files of the aws-icons package, by their path below `icons/`. */
const urls: Record<string, string> = import.meta.glob<string>(
  [
    '../../node_modules/aws-icons/icons/architecture-service/*.svg',
    '../../node_modules/aws-icons/icons/resource/*.svg',
    '../../node_modules/aws-icons/icons/architecture-group/*.svg',
  ],
  { eager: true, query: '?url', import: 'default' },
);

const prefix = '../../node_modules/aws-icons/icons/';

/** Address of an icon file such as `architecture-service/AWSLambda.svg`. */
export function findIconUrl(path: string): string | undefined {
  return urls[prefix + path];
}
