/* A script that answers 1 GiB. */
#include <string.h>
#include <unistd.h>

static const char HEAD[] = "Content-Type: application/octet-stream\n\n";
static char block[1 << 16];

int main(void) {
    if (write(STDOUT_FILENO, HEAD, strlen(HEAD)) < 0) {
        return 1;
    }
    for (size_t left = 1u << 30; left > 0;) {
        ssize_t written = write(STDOUT_FILENO, block, left < sizeof block ? left : sizeof block);
        if (written < 0) {
            return 1;
        }
        left -= (size_t) written;
    }
    return 0;
}
