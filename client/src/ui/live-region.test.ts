import { describe, expect, it } from 'vitest';
import { LiveRegion } from './live-region.ts';

describe('[PAGE-4] what a screen reader is told', () => {
  it('is everything that happens at the same moment', () => {
    const region = new LiveRegion();
    region.say('Ann Example is back.');
    region.say('Sound comes again.');
    expect(region.now.text).toBe('Ann Example is back. Sound comes again.');
  });

  it('is not what has been said already, unless it is so again', () => {
    const region = new LiveRegion();
    region.say('Ann Example is back.');
    region.handleDrawn();
    const { key } = region.now;
    region.say('Ann Example is back.');
    expect(region.now).toEqual({ key: key + 1, text: 'Ann Example is back.' });
  });
});
