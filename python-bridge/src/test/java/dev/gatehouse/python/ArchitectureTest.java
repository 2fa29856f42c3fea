package dev.gatehouse.python;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of the house. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.gatehouse.python");

    @Test
    void pythonKnowsTheContractAndProcessesOnly() {
        classes()
                .that()
                .resideInAPackage("dev.gatehouse.python..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.management..",
                        "jdk.net",
                        "dev.gatehouse.gateway",
                        "dev.gatehouse.process",
                        "dev.gatehouse.python..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.gatehouse.python.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theDaemonKnowsNoSettings() {
        noClasses()
                .that()
                .resideInAPackage("dev.gatehouse.python.daemon")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Settings")
                .check(CLASSES);
    }

    @Test
    void theDaemonShowsThePoolAndItsOptionsOnly() {
        classes()
                .that()
                .resideInAPackage("dev.gatehouse.python.daemon")
                .and()
                .haveModifier(PUBLIC)
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleName("PythonPool")
                .orShould()
                .haveSimpleName("PythonPoolMXBean")
                .orShould()
                .haveSimpleNameEndingWith("Options")
                .orShould()
                .haveSimpleName("Timeouts")
                .orShould()
                .haveSimpleName("Recycling")
                .check(CLASSES);
    }

    @Test
    void nothingPrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void nothingIsCachedPerThread() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(CLASSES);
    }
}
