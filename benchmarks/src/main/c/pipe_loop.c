/*
 * pipe_loop SECONDS r|w COMMAND: moves 1 GiB out of or into a shell command through a pipe, again
 * and again, and prints how often that was done and in how many ns.
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static const size_t SIZE = 1u << 30;
static char block[1 << 16];

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static size_t drain(int pipe) {
    size_t total = 0;
    for (ssize_t size; (size = read(pipe, block, sizeof block)) > 0;) {
        total += (size_t) size;
    }
    return total;
}

static size_t feed(int pipe) {
    size_t total = 0;
    while (total < SIZE) {
        size_t left = SIZE - total;
        ssize_t size = write(pipe, block, left < sizeof block ? left : sizeof block);
        if (size < 0) {
            break;
        }
        total += (size_t) size;
    }
    return total;
}

int main(int count, char **arguments) {
    if (count != 4) {
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    int reads = arguments[2][0] == 'r';
    long long start = now();
    long long end = start + (long long) (1e9 * atof(arguments[1]));
    long runs = 0;
    while (now() < end) {
        FILE *command = popen(arguments[3], arguments[2]);
        if (command == NULL) {
            return 1;
        }
        size_t total = reads ? drain(fileno(command)) : feed(fileno(command));
        if (pclose(command) != 0 || total < SIZE) {
            return 1;
        }
        runs++;
    }
    printf("%ld %lld\n", runs, now() - start);
    return 0;
}
