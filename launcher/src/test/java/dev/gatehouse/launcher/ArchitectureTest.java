package dev.gatehouse.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses LAUNCHER =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.gatehouse.launcher");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.gatehouse.launcher.(*)..").should().beFreeOfCycles().check(LAUNCHER);
    }

    @Test
    void theCommandLineDoesNotKnowTomcat() {
        noClasses()
                .that()
                .resideInAPackage("..cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache..")
                .check(LAUNCHER);
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(LAUNCHER);
    }

    @Test
    void theWebApplicationIsKnownByNameOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.gatehouse.gateway..", "dev.gatehouse.servlet..")
                .check(LAUNCHER);
    }

    /** A command line has streams: its two entries hand them on, and the log has one of its own. */
    @Test
    void nothingElsePrints() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Bootstrap")
                .and()
                .doNotHaveSimpleName("Main")
                .and()
                .doNotHaveSimpleName("Logging")
                .should(ACCESS_STANDARD_STREAMS)
                .check(LAUNCHER);
    }

    @Test
    void nothingIsCachedPerThread() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(LAUNCHER);
    }
}
