package cz.koplan;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

/** The directions of the house. The package {@code wrong} of the test sources breaks every rule once. */
class ArchitectureTest {

    @Test
    void theApplicationKeepsEveryRule() {
        JavaClasses application = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("cz.koplan");

        assertThat(rules("cz.koplan"))
                .allSatisfy(rule -> assertThat(
                                rule.evaluate(application).getFailureReport().getDetails())
                        .as(rule.getDescription())
                        .isEmpty());
    }

    @Test
    void everyRuleCanBeBroken() {
        JavaClasses wrong = new ClassFileImporter().importPackages("wrong");

        assertThat(rules("wrong"))
                .allSatisfy(rule -> assertThat(
                                rule.evaluate(wrong).getFailureReport().getDetails())
                        .as(rule.getDescription())
                        .isNotEmpty());
    }

    private static List<ArchRule> rules(String root) {
        String database = root + ".db..";
        return List.of(
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        // The generated code names the ids of the features, which the repositories read through it.
                        .ignoreDependency(resideInAPackage(database), alwaysTrue())
                        .ignoreDependency(alwaysTrue(), resideInAPackage(database)),
                noClasses()
                        .that()
                        .areNotAnnotatedWith(Repository.class)
                        .and()
                        .resideOutsideOfPackages(database, root + ".shared.changes..")
                        .should()
                        .dependOnClassesThat(resideInAPackage(database).or(assignableTo(DSLContext.class)))
                        .as("only repositories touch the database"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(database, root + ".shared.changes..")
                        .should()
                        .callMethodWhere(target(
                                        owner(assignableTo(DSLContext.class).or(assignableTo(DSL.class))))
                                .and(target(nameMatching("insertInto|update|delete|deleteFrom|deleteQuery|mergeInto"
                                        + "|updateQuery|insertQuery|execute.*|batch.*|query|queries|truncate.*"
                                        + "|loadInto|connection.*|using"))))
                        .as("repositories write through records, which the change log hears"),
                classes()
                        .should(keepOutOfForeignScreens(root))
                        .as("only its navigation is seen of another feature's ui"),
                noClasses()
                        .that()
                        .resideInAnyPackage(root + "..ui..", root + ".shell..")
                        .should()
                        .dependOnClassesThat()
                        .areAnnotatedWith(Repository.class)
                        .as("screens do not touch repositories"),
                methods()
                        .that()
                        .arePublic()
                        .and()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Service.class)
                        .should(askForARight())
                        .as("every public method of a service asks for a right"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".pdf..")
                        .and()
                        .haveSimpleNameNotEndingWith("Pdf")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.openpdf..")
                        .as("only pdf and the documents know OpenPDF"),
                noClasses()
                        .that()
                        .resideInAnyPackage(root + ".reading..", root + ".pdf..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", "org.jooq..", "com.vaadin..", database)
                        .as("reading and pdf are plain Java"),
                classes()
                        .that()
                        .resideOutsideOfPackage(database)
                        .should(standInANullMarkedPackage())
                        .as("every package is @NullMarked"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".demo..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root + ".demo..")
                        .as("nobody depends on the demonstration"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Manager|Helper|Impl|Utils?)")
                        .as("names are the field's own"));
    }

    private static ArchCondition<JavaClass> keepOutOfForeignScreens(String root) {
        return new ArchCondition<>("keep out of foreign screens") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isScreen(dependency.getTargetClass()))
                        .filter(dependency -> !feature(from).equals(feature(dependency.getTargetClass())))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(from, dependency.getDescription())));
            }

            private boolean isScreen(JavaClass type) {
                return type.getPackageName().matches(root.replace(".", "\\.") + "\\.(?!shared\\.).*\\bui\\b.*")
                        && !type.getSimpleName().endsWith("Navigation");
            }

            private String feature(JavaClass type) {
                return type.getPackageName().replaceFirst("\\.ui(\\..*)?$", "");
            }
        };
    }

    private static ArchCondition<JavaMethod> askForARight() {
        return ArchCondition.from(describe(
                "ask for a right",
                method -> method.isAnnotatedWith(PreAuthorize.class)
                        || method.getOwner().isAnnotatedWith(PreAuthorize.class)));
    }

    private static ArchCondition<JavaClass> standInANullMarkedPackage() {
        return ArchCondition.from(describe(
                "stand in a @NullMarked package",
                type -> type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent()));
    }
}
