package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void no_type_is_called_by_a_word_that_says_nothing() {
        assertThat(JavaFile.all().stream().flatMap(java -> Names.breaches(java).stream()))
                .isEmpty();
    }

    @Test
    void no_file_is_called_by_a_word_that_says_nothing() {
        assertThat(Repository.texts(Names::isEmpty).map(TextFile::path)).isEmpty();
    }

    @Test
    void the_rule_finds_types_inside_types() {
        JavaFile java = JavaFile.of("A.java", "class A { record CardDto() {} class Impl {} }");
        assertThat(Names.breaches(java)).hasSize(2);
    }
}
