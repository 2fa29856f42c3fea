package dev.gatehouse.process;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house, for the classes of Java 17 and for those that take their place on 22. */
class ArchitectureTest {

    static Stream<JavaClasses> generations() {
        return Stream.of("dev", "META-INF/versions/22")
                .map(folder -> Path.of("target/classes", folder))
                .map(new ClassFileImporter()::importPath);
    }

    @ParameterizedTest
    @MethodSource("generations")
    void processesImportTheJdkOnly(JavaClasses classes) {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.gatehouse.process")
                .check(classes);
    }

    @ParameterizedTest
    @MethodSource("generations")
    void nothingPrints(JavaClasses classes) {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
    }

    @ParameterizedTest
    @MethodSource("generations")
    void nothingIsCachedPerThread(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(classes);
    }
}
