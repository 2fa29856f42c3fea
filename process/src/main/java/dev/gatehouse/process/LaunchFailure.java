package dev.gatehouse.process;

/** Why a program could not be started; each constant stands for one or more values of errno. */
public enum LaunchFailure {
    /** ENOENT: no such file, or its interpreter, or the working directory, does not exist. */
    NOT_FOUND("the program, its interpreter or its directory does not exist"),
    /** EACCES, EPERM: the file or a directory above it may not be executed. */
    NOT_PERMITTED("permission denied"),
    /** ENOEXEC, EINVAL, ELIBBAD: neither a script with a {@code #!} line nor a binary. */
    NOT_EXECUTABLE("neither a script with a #! line nor a binary of this machine"),
    /** ETXTBSY: the file was still open for writing after all retries. */
    BUSY("the file is open for writing"),
    /** E2BIG: arguments and environment, or one of them, are too long for the system. */
    TOO_LONG("arguments or environment are too long"),
    /** ENOTDIR: a part of the path, or the working directory, is not a directory. */
    NOT_A_DIRECTORY("a part of the path is not a directory"),
    /** EAGAIN, ENOMEM, EMFILE, ENFILE: no processes, memory or descriptors are left. */
    NO_RESOURCES("no processes, memory or descriptors are left"),
    /** The launcher cannot carry the bytes of an argument or a variable (ProcessBuilder only). */
    NOT_REPRESENTABLE("the locale of the JVM cannot carry the bytes of a value"),
    /** Any other errno. */
    OTHER("the system refused");

    private final String meaning;

    LaunchFailure(String meaning) {
        this.meaning = meaning;
    }

    /** What failed, in words. */
    public String meaning() {
        return meaning;
    }

    /** The failure that an errno of Linux stands for. */
    static LaunchFailure ofErrno(int errno) {
        return switch (errno) {
            case Errno.ENOENT -> NOT_FOUND;
            case Errno.EACCES, Errno.EPERM -> NOT_PERMITTED;
            case Errno.ENOEXEC, Errno.EINVAL, Errno.ELIBBAD -> NOT_EXECUTABLE;
            case Errno.ETXTBSY -> BUSY;
            case Errno.E2BIG -> TOO_LONG;
            case Errno.ENOTDIR -> NOT_A_DIRECTORY;
            case Errno.EAGAIN, Errno.ENOMEM, Errno.EMFILE, Errno.ENFILE -> NO_RESOURCES;
            default -> OTHER;
        };
    }
}
