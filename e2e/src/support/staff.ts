import type { Page } from 'puppeteer-core';
import { fill, press, says, saysIn } from './people.ts';

export interface Account {
  name: string;
  email: string;
  password: string;
}

/** Fills in the page a one-time link opened, and goes in. */
export async function makeAccount(page: Page, { name, email, password }: Account): Promise<void> {
  await fill(page, 'name', name);
  await fill(page, 'email', email);
  await fill(page, 'password', password);
  await press(page, 'Make my account');
  await saysIn(page, 'header', name);
}

export async function signIn(page: Page, { email, password }: Pick<Account, 'email' | 'password'>): Promise<void> {
  await fill(page, 'email', email);
  await fill(page, 'password', password);
  await press(page, 'Sign in');
}

/** Goes to another of the staff's pages by the navigation. */
export const goTo = (page: Page, title: string): Promise<void> =>
  page.locator(`nav ::-p-aria([name="${title}"][role="link"])`).click();

/** As an admin on the page "People": makes a link by which a colleague makes an account; gives the link. */
export async function invite(page: Page, role: string): Promise<string> {
  await page.locator(`label ::-p-text(${role})`).click();
  await press(page, 'Make a link');
  await says(page, 'Send this link to your colleague');
  return page.$eval('.fd-copy input', (input) => input.value);
}

/** What the address bar would say. */
export const pathOf = (page: Page): string => new URL(page.url()).pathname + new URL(page.url()).hash;

/** The cells of the page's one table, row by row; an empty cell is an empty string. */
export const tableOf = (page: Page): Promise<string[][]> =>
  page.$$eval('tbody tr', (rows) =>
    rows.map((row) => [...row.querySelectorAll('.fd-table__value')].map((cell) => cell.textContent.trim())),
  );
