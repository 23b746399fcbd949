package onecard.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

class RoomsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("onecard.platform");

    /// The attic may enter everything.
    private static final String ATTIC = "demo";

    private final ApplicationModules rooms = ApplicationModules.of(Platform.class);

    @Test
    void rooms_enter_only_rooms_they_may_enter_and_only_by_their_doors() {
        rooms.verify();
    }

    @Test
    void every_room_but_the_attic_says_which_rooms_it_may_enter() {
        assertThat(
                        rooms.stream()
                                .filter(room -> !room.getIdentifier().toString().equals(ATTIC))
                                .map(room -> room.getBasePackage().getName())
                                .filter(room -> !declares(room)))
                .isEmpty();
    }

    private static boolean declares(String room) {
        return CLASSES.getPackage(room)
                .tryGetAnnotationOfType(ApplicationModule.class)
                .map(ApplicationModule::allowedDependencies)
                .filter(rooms -> !List.of(rooms).contains(ApplicationModule.OPEN_TOKEN))
                .isPresent();
    }

    @Test
    void controllers_tables_and_use_cases_are_nobody_elses_business() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .or()
                .areAnnotatedWith(RestControllerAdvice.class)
                .or()
                .areAnnotatedWith(Service.class)
                .or()
                .haveSimpleNameEndingWith("Table")
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void tables_open_no_transactions() {
        noClasses()
                .that()
                .areAnnotatedWith(Repository.class)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.transaction.annotation.Transactional")
                .check(CLASSES);
    }

    @Test
    void the_protocol_library_and_the_vocabulary_know_no_framework() {
        JavaClasses below =
                new ClassFileImporter().importPackages("onecard.wire", "onecard.vocabulary");
        assertThat(below).isNotEmpty();
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "java.net..", "java.sql..", "onecard.platform..")
                .check(below);
    }
}
