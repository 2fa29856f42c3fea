package dev.gatehouse.python.daemon;

import dev.gatehouse.process.ExitStatus;

/** How a process ended, in words. */
final class Signals {

    private Signals() {}

    static String describe(ExitStatus status) {
        if (status instanceof ExitStatus.Signalled signalled) {
            return "by signal " + signalled.signal() + name(signalled.signal());
        }
        return "with " + status;
    }

    private static String name(int signal) {
        return switch (signal) {
            case 4 -> " (SIGILL)";
            case 6 -> " (SIGABRT)";
            case 7 -> " (SIGBUS)";
            case 8 -> " (SIGFPE)";
            case 9 -> " (SIGKILL; the system does that when memory is short)";
            case 11 -> " (SIGSEGV)";
            case 15 -> " (SIGTERM)";
            case 24 -> " (SIGXCPU: its cpuTimeLimit was used up)";
            default -> "";
        };
    }
}
