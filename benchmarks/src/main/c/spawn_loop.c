/*
 * spawn_loop SECONDS PROGRAM: starts a program, reads what it writes and waits for it, one after
 * the other, and prints how often that was done and in how many ns. No server is faster than this.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char *const environment[] = {"REQUEST_METHOD=GET", NULL};

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int run(char *program) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) {
        return -1;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    char *const arguments[] = {program, NULL};
    pid_t pid;
    int error = posix_spawn(&pid, program, &actions, NULL, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    char buffer[8192];
    size_t total = 0;
    for (ssize_t size; !error && (size = read(ends[0], buffer, sizeof buffer)) > 0;) {
        total += (size_t) size;
    }
    close(ends[0]);
    int status = 0;
    return error || waitpid(pid, &status, 0) < 0 || status != 0 || total == 0 ? -1 : 0;
}

int main(int count, char **arguments) {
    if (count != 3) {
        return 2;
    }
    long long start = now();
    long long end = start + (long long) (1e9 * atof(arguments[1]));
    long runs = 0;
    while (now() < end) {
        if (run(arguments[2]) < 0) {
            return 1;
        }
        runs++;
    }
    printf("%ld %lld\n", runs, now() - start);
    return 0;
}
