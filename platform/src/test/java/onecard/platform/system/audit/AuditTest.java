package onecard.platform.system.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.system.AuditTrail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@PlatformTest
class AuditTest {
    private final House house;
    private final Browser browser;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    AuditTest(House house) {
        this.house = house;
        this.browser = house.administrator();
        this.audit = house.bean(AuditTrail.class);
        this.transaction = house.bean(TransactionTemplate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update system.audit set subject = 'nothing'",
                "delete from system.audit",
                "truncate system.audit"
            })
    void no_row_is_ever_changed_or_removed_not_even_by_the_owner(String sql) {
        record("subject-0");
        assertThatThrownBy(() -> house.database().jdbc().sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> house.database().asOwner().sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void there_is_no_line_without_its_change() {
        assertThatThrownBy(() -> audit.record("system.test", "x", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            audit.record("system.test", "rolled-back", Map.of());
            status.setRollbackOnly();
        });
        assertThat(browser.get("/api/v1/audit?q=rolled-back").json().get("items")).isEmpty();
    }

    @Test
    void what_the_platform_does_by_itself_has_no_name() {
        record("by-itself");
        JsonNode line = browser.get("/api/v1/audit?q=by-itself").json().get("items").get(0);
        assertThat(line.get("operatorName").asString()).isEmpty();
        assertThat(line.has("address")).isFalse();
        assertThat(line.get("at").asString()).endsWith("+08:00");
    }

    @Test
    void the_list_is_read_piece_by_piece_newest_first_without_gap_or_repetition() {
        for (int i = 0; i < 25; i++) {
            record("piece-%02d".formatted(i));
        }
        List<String> read = new ArrayList<>();
        String path = "/api/v1/audit?q=piece-&limit=10";
        JsonNode page = browser.get(path).json();
        int pages = 1;
        while (true) {
            page.get("items").forEach(line -> read.add(line.get("subject").asString()));
            if (!page.has("next")) {
                break;
            }
            page = browser.get(path + "&after=" + page.get("next").asString()).json();
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(read).hasSize(25).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void is_found_by_the_words_of_the_page_in_the_language_of_the_one_who_asks() {
        transaction.executeWithoutResult(
                _ -> audit.record("system.settings-changed", "settings", Map.of("zone", "UTC")));
        for (String words : List.of("修改系统", "系统参数", "settings-changed")) {
            assertThat(
                            browser.get(
                                            "/api/v1/audit?limit=1&q="
                                                    + URLEncoder.encode(
                                                            words, StandardCharsets.UTF_8))
                                    .json()
                                    .get("items")
                                    .get(0)
                                    .get("subject")
                                    .asString())
                    .as(words)
                    .isEqualTo("系统参数");
        }
    }

    @Test
    void signs_of_the_query_language_are_letters_like_others() {
        record("100 % sure");
        assertThat(browser.get("/api/v1/audit?q=100%20%25%20s").json().get("items")).hasSize(1);
        assertThat(browser.get("/api/v1/audit?q=1_0%20").json().get("items")).isEmpty();
        assertThat(browser.get("/api/v1/audit?q='%20or%201=1").json().get("items")).isEmpty();
    }

    private void record(String subject) {
        transaction.executeWithoutResult(_ -> audit.record("system.test", subject, Map.of("a", 1)));
    }
}
