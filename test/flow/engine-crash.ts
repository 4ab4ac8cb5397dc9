// A program that dies as soon as it is asked to prove a device, as a broken driver would make it.
process.kill(process.pid, 'SIGSEGV');
