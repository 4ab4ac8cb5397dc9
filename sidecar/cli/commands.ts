// The list of commands.
import { bench } from './bench.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { fill } from './fill.ts';
import { generate } from './generate.ts';
import { inspect } from './inspect.ts';
import { models } from './models.ts';
import { post } from './post.ts';
import { sync } from './sync.ts';

export const commands: readonly Command[] = [generate, fill, sync, inspect, post, models, doctor, bench];
