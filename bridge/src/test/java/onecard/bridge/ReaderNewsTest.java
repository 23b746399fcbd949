package onecard.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import onecard.bridge.ReaderNews.CardSeen;
import onecard.bridge.ReaderNews.Listening;
import onecard.bridge.ReaderNews.NoReader;
import onecard.bridge.ReaderNews.NoService;
import onecard.bridge.ReaderNews.Unreadable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderNewsTest {
    static Stream<ReaderNews> every_news() {
        return Stream.of(
                new NoService(),
                new NoReader(),
                new Listening(List.of("ER-906 \"00\"", "读卡器")),
                new CardSeen("04A1B2C3"),
                new Unreadable("6A81"));
    }

    @ParameterizedTest
    @MethodSource("every_news")
    void a_line_says_what_was_said(ReaderNews news) {
        assertThat(ReaderNews.of(news.line())).contains(news);
        assertThat(news.line()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pcscd: error",
                "{",
                "[]",
                "7",
                "{\"uid\":\"04\"}",
                "{\"uid\":7}",
                "{\"reader\":\"ON_FIRE\"}"
            })
    void a_strange_line_says_nothing(String line) {
        assertThat(ReaderNews.of(line)).isEmpty();
    }
}
