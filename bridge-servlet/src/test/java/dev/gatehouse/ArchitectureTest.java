package dev.gatehouse;

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
                    .importPackages("dev.gatehouse");

    @Test
    void theContractImportsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("dev.gatehouse.gateway")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.gatehouse.gateway")
                .check(CLASSES);
    }

    @Test
    void onlyTheBridgeKnowsServlets() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.gatehouse.servlet")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.gatehouse.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theBridgeShowsTheServletAndTheListenerOnly() {
        classes()
                .that()
                .resideInAPackage("dev.gatehouse.servlet")
                .and()
                .haveModifier(PUBLIC)
                .should()
                .haveSimpleName("GatewayServlet")
                .orShould()
                .haveSimpleName("GatewayListener")
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
