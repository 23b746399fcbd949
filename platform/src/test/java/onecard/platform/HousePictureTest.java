package onecard.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The picture of the house is drawn from the code, so it cannot be out of date.
class HousePictureTest {
    private static final Path COMMITTED = Path.of("../docs/explanation/house.md");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("onecard.platform");

    private final ApplicationModules rooms = ApplicationModules.of(Platform.class);

    @Test
    void the_committed_picture_is_the_house_that_stands() throws IOException {
        String now = picture();
        if (Boolean.getBoolean("documents.write")) {
            Files.writeString(COMMITTED, now);
        }
        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as("not up to date; run ./onecard fix")
                .isEqualTo(now);
    }

    private String picture() {
        SortedMap<String, Set<String>> enters = new TreeMap<>();
        rooms.stream().forEach(room -> enters.put(name(room), entered(room)));
        return """
        # Rooms and doors

        Drawn from the code by a test; `./onecard fix` draws it anew. What the rooms are for stands in [the house](the-house.md).

        ```mermaid
        flowchart BT
        %s```

        An arrow says: enters. Arrows that follow from others are left out.

        | room | its door (public types) | enters |
        |---|---|---|
        %s\
        """
                .formatted(arrows(enters), table(enters));
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }

    private Set<String> entered(ApplicationModule room) {
        return room.getDirectDependencies(rooms)
                .uniqueModules()
                .map(HousePictureTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String arrows(Map<String, Set<String>> enters) {
        StringBuilder lines = new StringBuilder();
        enters.forEach((room, others) -> {
            lines.append("    ").append(room).append('\n');
            others.stream()
                    .filter(other -> others.stream().noneMatch(way -> leads(enters, way, other)))
                    .forEach(other -> lines.append("    %s --> %s%n".formatted(room, other)));
        });
        return lines.toString();
    }

    /// Whether one comes to a room from another one, through others or at once.
    private static boolean leads(Map<String, Set<String>> enters, String from, String to) {
        Set<String> next = enters.getOrDefault(from, Set.of());
        return next.contains(to) || next.stream().anyMatch(way -> leads(enters, way, to));
    }

    private String table(Map<String, Set<String>> enters) {
        return rooms.stream()
                .sorted((one, other) -> name(one).compareTo(name(other)))
                .map(room ->
                        "| `%s` | %s | %s |%n"
                                .formatted(
                                        name(room),
                                        door(room),
                                        String.join(
                                                ", ", enters.getOrDefault(name(room), Set.of()))))
                .collect(Collectors.joining());
    }

    private static String door(ApplicationModule room) {
        String home = room.getBasePackage().getName();
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(home))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .sorted()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(" "));
    }
}
