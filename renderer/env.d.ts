/// <reference types="vite/client" />

declare module 'elkjs/lib/elk-api' {
  export * from 'elkjs/lib/main';
  export { default } from 'elkjs/lib/main';
}

declare module '@fontsource-variable/inter';
declare module '@fontsource-variable/jetbrains-mono';
