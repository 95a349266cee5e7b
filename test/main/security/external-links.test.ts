import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/security/content-security-policy.ts';
import { findAllowedLink } from '../../../electron/security/external-links.ts';
import { isAllowedRequest } from '../../../electron/security/lock-down.ts';
import { appOrigin } from '../../../electron/ipc/sender.ts';

describe('findAllowedLink', () => {
  it('allows https to the known hosts', () => {
    const address = 'https://docs.aws.amazon.com/streams/latest/dev/limits.html';
    expect(findAllowedLink(address)).toBe(address);
  });

  it.each([
    'http://docs.aws.amazon.com/',
    'https://docs.aws.amazon.com.example/',
    'https://docs.aws.amazon.com@example.com/',
    'https://user@docs.aws.amazon.com/',
    'https://docs.aws.amazon.com:8443/',
    'https://example.com/docs.aws.amazon.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:',
    '',
  ])('refuses %s', (address) => {
    expect(findAllowedLink(address)).toBeUndefined();
  });
});

describe('isAllowedRequest', () => {
  it.each([
    ['app://bundle/assets/a.js', true],
    ['data:image/png;base64,AA', true],
    ['https://example.com/', false],
    ['file:///etc/passwd', false],
    ['ws://localhost:5173/', false],
    ['devtools://devtools/a.js', false],
  ])('%s in a package: %s', (url, allowed) => {
    expect(isAllowedRequest(url, appOrigin, true)).toBe(allowed);
  });

  it('lets the development server through only in a development run', () => {
    const devServer = { protocol: 'http:', host: 'localhost:5173' };
    expect(isAllowedRequest('ws://localhost:5173/', devServer, false)).toBe(true);
    expect(isAllowedRequest('http://localhost:9999/', devServer, false)).toBe(false);
  });
});

describe('contentSecurityPolicy', () => {
  it('allows no inline or evaluated scripts and nothing by default', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("script-src 'self';");
    expect(contentSecurityPolicy).not.toContain('unsafe-eval');
  });
});
