import { describe, expect, it } from 'vitest';
import { listWithLinks } from './lists.ts';

const made = [
  { line: 3, id: 'a', patientLink: 'https://practice.example/v#aaa' },
  { line: 5, id: 'b', patientLink: 'https://practice.example/v#bbb' },
];

describe('[CLINIC-4] the uploaded list with the links that were made', () => {
  it('has each link beside its line, whatever lines are empty', () => {
    const text = '\r\ndate;time;name\r\n2026-11-23;14:30;Ann\r\n\r\n2026-11-23;14:45;Siân\r\n;;\r\n';
    expect(listWithLinks(text, made, 'link')).toBe(
      '\ufeffdate;time;name;link\r\n2026-11-23;14:30;Ann;https://practice.example/v#aaa\r\n2026-11-23;14:45;Siân;https://practice.example/v#bbb',
    );
  });
});
