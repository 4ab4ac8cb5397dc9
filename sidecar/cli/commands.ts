// The list of commands.
import { bench } from './bench.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { fill } from './fill.ts';
import { generate } from './generate.ts';
import { inspect } from './inspect.ts';
import { models } from './models.ts';
import { post } from './post.ts';

export const commands: readonly Command[] = [generate, fill, inspect, post, models, doctor, bench];
