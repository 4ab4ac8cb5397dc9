#!/usr/bin/env node
// Stands in for desktop VS Code's program, so that the standard `vscode-test` command drives code-server.
import { register } from 'tsx/esm/api';

register();
await import('./code.ts');
