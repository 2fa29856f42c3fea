/* The script of the rows: the smallest that there is, so that what is measured is the server. */
#include <stdio.h>

int main(void) {
    return fputs("Content-Type: text/plain\n\nHello, world\n", stdout) < 0;
}
