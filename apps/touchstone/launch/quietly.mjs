import { spawn } from 'node:child_process';
import { checkout } from './checkout.mjs';

/** Runs a program in the checkout and keeps what it prints, for the case that it fails. */
export async function quietly(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.on('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}
