import type { UserConfig } from 'vite';

type PostCss = Exclude<NonNullable<UserConfig['css']>['postcss'], string | undefined>;

/** A step of what is made of the styles. */
export type PostCssPlugin = Extract<
  NonNullable<PostCss['plugins']>[number],
  { postcssPlugin: string; OnceExit?: unknown }
>;
