package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

/** The launchers that the suite runs over. */
enum Mechanism {
    POSIX_SPAWN {
        @Override
        Launcher open() {
            Launcher launcher = Launcher.best();
            assertThat(launcher.mechanism()).isEqualTo("posix_spawn");
            return launcher;
        }
    },
    PROCESS_BUILDER {
        @Override
        Launcher open() {
            return Launcher.processBuilder();
        }
    };

    private static final int FIRST_WITH_FOREIGN_FUNCTIONS = 22;

    abstract Launcher open();

    /** What this JVM can do; not more than it must. */
    static Stream<Mechanism> ofThisJvm() {
        return hasForeignFunctions() ? Stream.of(values()) : Stream.of(PROCESS_BUILDER);
    }

    static boolean hasForeignFunctions() {
        return Runtime.version().feature() >= FIRST_WITH_FOREIGN_FUNCTIONS;
    }
}
