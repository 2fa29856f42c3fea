#if 0 /* For the shell, which compiles the rest: */
program=$(mktemp)
trap 'rm -f "$program"' EXIT
trap 'exit 1' TERM
cc -O2 -o "$program" "$0" && "$program"
exit
#endif

#include <stdio.h>

enum { LIMIT = 200 };

int main(void) {
    static char composite[LIMIT];
    puts("Content-Type: text/plain; charset=utf-8\n");
    for (int n = 2, column = 0; n < LIMIT; n++) {
        if (!composite[n]) {
            printf("%4d%s", n, ++column % 8 ? "" : "\n");
            for (int multiple = n * n; multiple < LIMIT; multiple += n)
                composite[multiple] = 1;
        }
    }
    puts("");
    return 0;
}
