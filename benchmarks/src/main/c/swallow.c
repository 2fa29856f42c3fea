/* A script that reads all of its input, and answers how long it was. */
#include <stdio.h>
#include <unistd.h>

static char block[1 << 16];

int main(void) {
    unsigned long long length = 0;
    ssize_t size;
    while ((size = read(STDIN_FILENO, block, sizeof block)) > 0) {
        length += (unsigned long long) size;
    }
    return size < 0 || printf("Content-Type: text/plain\n\n%llu\n", length) < 0;
}
