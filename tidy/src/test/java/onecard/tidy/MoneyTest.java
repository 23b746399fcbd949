package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Money is whole cents. Where money is handled there are no numbers that are only nearly right.
class MoneyTest {
    private static final Set<TypeKind> NEARLY = Set.of(TypeKind.DOUBLE, TypeKind.FLOAT);
    private static final Set<String> BOXED = Set.of("Double", "Float");
    private static final Set<String> ROOMS =
            Set.of("ledger", "purchases", "rules", "cards", "reports", "authorization");

    @Test
    void there_is_no_number_that_is_only_nearly_right_where_money_is_handled() {
        assertThat(
                        JavaFile.main().stream()
                                .filter(MoneyTest::handlesMoney)
                                .flatMap(java -> nearly(java).stream()))
                .isEmpty();
    }

    @Test
    void the_rule_finds_them_however_they_are_written() {
        JavaFile java = JavaFile.of("A.java", "class A { double a; Float b; long c; }");
        assertThat(nearly(java)).hasSize(2);
    }

    private static boolean handlesMoney(JavaFile java) {
        return java.file().path().startsWith("vocabulary/")
                || java.file().path().startsWith("wire/")
                || ROOMS.contains(java.room());
    }

    private static List<Breach> nearly(JavaFile java) {
        List<Breach> found = new ArrayList<>();
        java.scan(
                new TreePathScanner<>() {
                    @Override
                    public @Nullable Void visitPrimitiveType(
                            PrimitiveTypeTree type, @Nullable Void nothing) {
                        if (NEARLY.contains(type.getPrimitiveTypeKind())) {
                            found.add(java.breach(type, type.toString()));
                        }
                        return super.visitPrimitiveType(type, null);
                    }

                    @Override
                    public @Nullable Void visitIdentifier(
                            IdentifierTree name, @Nullable Void nothing) {
                        if (BOXED.contains(name.getName().toString())) {
                            found.add(java.breach(name, name.toString()));
                        }
                        return super.visitIdentifier(name, null);
                    }
                });
        return found;
    }
}
