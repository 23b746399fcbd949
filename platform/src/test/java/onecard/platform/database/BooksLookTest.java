package onecard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// After every test somebody looks at the books of its own database.
class BooksLookTest {

    /// Counts who was looked at.
    public static final class Looks implements BooksCheck {
        private static final Map<String, Integer> SEEN = new ConcurrentHashMap<>();

        @Override
        public void check(TestDatabase database) {
            SEEN.merge(database.ownerLogin().database(), 1, Integer::sum);
        }

        static int at(TestDatabase database) {
            return SEEN.getOrDefault(database.ownerLogin().database(), 0);
        }
    }

    @Nested
    @DatabaseTest
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class Ordinarily {
        @Test
        @Order(1)
        void nobody_has_looked_before_the_first_test(TestDatabase database) {
            assertThat(Looks.at(database)).isZero();
        }

        @Test
        @Order(2)
        void one_look_after_one_test(TestDatabase database) {
            assertThat(Looks.at(database)).isEqualTo(1);
        }

        @Nested
        class Inside {
            @Test
            void a_nested_class_has_the_same_database(TestDatabase database) {
                assertThat(Looks.at(database)).isEqualTo(2);
            }
        }
    }

    @Nested
    @DatabaseTest(booksMustBalance = false)
    class WhereTheBooksAreBrokenOnPurpose {
        private static String name = "";

        @BeforeAll
        static void remember(TestDatabase database) {
            name = database.ownerLogin().database();
        }

        @Test
        void nobody_looks() {
            assertThat(name).isNotEmpty();
        }

        @AfterAll
        static void nobody_has_looked(TestDatabase database) {
            assertThat(database.ownerLogin().database()).isEqualTo(name);
            assertThat(Looks.at(database)).isZero();
        }
    }
}
