/* A script that is silent for 10 s before it answers. */
#include <stdio.h>
#include <unistd.h>

int main(void) {
    sleep(10);
    return fputs("Content-Type: text/plain\n\nHello, world\n", stdout) < 0;
}
