const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

export interface KeyStroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Whether an event is the shortcut `Mod+Shift+Z`, `ArrowUp`, `?` … */
export function matchesKeys(event: KeyStroke, keys: string, mac = isMac): boolean {
  const parts = keys.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  if (mod !== wants('Mod') || otherMod || event.altKey !== wants('Alt')) return false;
  const isLetter = /^[A-Z]$/.test(key);
  const isSame = isLetter ? event.key.toUpperCase() === key : event.key === key;
  // Signs such as ? and + need Shift on some keyboards and not on others.
  const isSign = key.length === 1 && !/[A-Z0-9]/.test(key);
  return isSame && (isSign || event.shiftKey === wants('Shift'));
}
