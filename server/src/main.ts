import './ops/quick-imports.ts';

// What is imported statically would be there before this is in force.
const { run } = await import('./run.ts');
await run();
