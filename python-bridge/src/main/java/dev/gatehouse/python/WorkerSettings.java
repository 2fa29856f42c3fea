package dev.gatehouse.python;

import dev.gatehouse.gateway.Setting;
import dev.gatehouse.gateway.SettingsTable;
import dev.gatehouse.gateway.Words;
import java.time.Duration;
import java.util.List;

/** What a worker process is: its Python, its place, its environment and its limits. */
final class WorkerSettings {

    /** The Python executable. */
    static final Setting<String> PYTHON =
            Setting.text(
                    "python",
                    "python3",
                    "The CPython executable, 3.8 or newer: a path, or a name to be found on PATH.");

    /** The virtualenv. */
    static final Setting<String> PYTHON_HOME =
            Setting.text(
                    "pythonHome", "", "The folder of a virtualenv; its bin/python is then used.");

    /** Folders for sys.path. */
    static final Setting<String> PYTHON_PATH =
            Setting.text(
                    "pythonPath",
                    "",
                    "Folders for sys.path, separated by colons; .pth files in them are read.");

    /** The working directory. */
    static final Setting<String> CHDIR =
            Setting.text(
                    "chdir",
                    "",
                    "The working directory, which also comes first on sys.path; a relative one lies"
                            + " in the web application. Default: the folder of the script, or"
                            + " WEB-INF/python if there is one.");

    /** Variables for the workers. */
    static final Setting<String> ENVIRONMENT =
            Setting.text(
                    "environment.*",
                    "",
                    "Sets the environment variable that follows \"environment.\" in the workers.");

    /** Variables that the workers get from the JVM. */
    static final Setting<List<String>> PASS_ENVIRONMENT =
            Setting.list(
                    "passEnvironment",
                    "Environment variables of the JVM that the workers get, too, beside PATH, HOME,"
                            + " USER, LOGNAME, TZ and TMPDIR; * for all.");

    /** The locale. */
    static final Setting<String> LOCALE =
            Setting.text("locale", "C.UTF-8", "LANG and LC_ALL of the workers.");

    /** The file mode creation mask. */
    static final Setting<String> UMASK =
            Setting.of(
                    "umask",
                    "three or four octal digits such as 0022",
                    "",
                    "The file mode creation mask of the workers. Default: that of the JVM.",
                    text -> {
                        if (!text.matches("|[0-7]{3,4}")) {
                            throw new IllegalArgumentException();
                        }
                        return text;
                    });

    /** The scheduling priority. */
    static final Setting<Integer> NICE =
            Setting.number("nice", 0, 19, 0, "By how much the workers step back for others.");

    /** A program around Python. */
    static final Setting<List<String>> COMMAND_PREFIX =
            Setting.of(
                    "commandPrefix",
                    "words separated by white space, grouped by quotes",
                    "",
                    "A program and its arguments that run the workers, such as \"prlimit"
                            + " --nofile=4096\" or \"setpriv --reuid=web --regid=web"
                            + " --init-groups\".",
                    Words::of);

    /** RLIMIT_DATA. */
    static final Setting<Long> MEMORY_LIMIT =
            Setting.size(
                    "memoryLimit",
                    "0",
                    "The most data memory of a process; an allocation beyond it raises MemoryError."
                            + " 0 means no limit.");

    /** RLIMIT_AS. */
    static final Setting<Long> VIRTUAL_MEMORY_LIMIT =
            Setting.size(
                    "virtualMemoryLimit", "0", "The most address space of a process; 0: no limit.");

    /** RLIMIT_CPU. */
    static final Setting<Duration> CPU_TIME_LIMIT =
            Setting.duration(
                    "cpuTimeLimit",
                    "0",
                    "The CPU time after which the system ends a process; 0 means no limit.");

    /** The stack of each thread. */
    static final Setting<Long> STACK_SIZE =
            Setting.size("stackSize", "0", "The stack of each thread; 0 leaves it to the system.");

    /** The switch interval of the interpreter. */
    static final Setting<Duration> SWITCH_INTERVAL =
            Setting.duration(
                    "switchInterval",
                    "0",
                    "How long a thread may hold the interpreter while others want it; 0 leaves it"
                            + " to Python (5 ms).");

    /** All of them, in the order of the documentation. */
    static final SettingsTable TABLE =
            SettingsTable.of(
                    PYTHON,
                    PYTHON_HOME,
                    PYTHON_PATH,
                    CHDIR,
                    ENVIRONMENT,
                    PASS_ENVIRONMENT,
                    LOCALE,
                    UMASK,
                    NICE,
                    COMMAND_PREFIX,
                    MEMORY_LIMIT,
                    VIRTUAL_MEMORY_LIMIT,
                    CPU_TIME_LIMIT,
                    STACK_SIZE,
                    SWITCH_INTERVAL);

    private WorkerSettings() {}
}
