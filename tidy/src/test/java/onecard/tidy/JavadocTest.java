package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JavadocTest {
    private static final Pattern OLD = Pattern.compile("(?m)^\\s*/\\*\\*");

    @Test
    void every_public_type_says_what_it_is_for() {
        assertThat(JavaFile.main().stream().flatMap(java -> silent(java).stream())).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() {
        assertThat(
                        JavaFile.main().stream()
                                .map(JavaFile::file)
                                .filter(file -> file.name().equals("package-info.java"))
                                .filter(file -> !file.text().startsWith("///"))
                                .map(TextFile::path))
                .isEmpty();
    }

    @Test
    void every_package_with_code_knows_no_null() {
        List<String> marked =
                JavaFile.all().stream()
                        .filter(java -> java.file().name().equals("package-info.java"))
                        .filter(java -> java.file().text().contains("@NullMarked"))
                        .map(JavaFile::packageName)
                        .toList();
        assertThat(JavaFile.main())
                .extracting(JavaFile::packageName)
                .filteredOn(name -> !marked.contains(name))
                .isEmpty();
    }

    @Test
    void comments_are_markdown() {
        assertThat(
                        Repository.texts(TextFile::isJava)
                                .filter(file -> !file.name().equals("JavadocTest.java"))
                                .flatMap(file -> file.breaches(OLD, "write ///")))
                .isEmpty();
    }

    @Test
    void the_rule_finds_public_types_that_say_nothing() {
        String text = "/// Says.\npublic class A { public record B() {} }\npublic class C {}";
        assertThat(silent(JavaFile.of("A.java", text))).hasSize(1);
    }

    private static List<Breach> silent(JavaFile java) {
        List<Breach> found = new ArrayList<>();
        java.scan(
                new TreePathScanner<>() {
                    @Override
                    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                        if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                                && java.comment(getCurrentPath()) == null) {
                            found.add(java.breach(type, type.getSimpleName() + " says nothing"));
                        }
                        // What lies inside is told by the type around it.
                        return null;
                    }
                });
        return found;
    }
}
