package onecard.platform.system.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.system.Settings;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@PlatformTest
class SettingsTest {
    private static final String SETTINGS = "/api/v1/settings";

    private final House house;
    private final Browser browser;

    SettingsTest(House house) {
        this.house = house;
        this.browser = house.administrator();
    }

    @Test
    void a_change_is_seen_at_once_and_stands_in_the_audit_trail_with_both_values() {
        Browser.Answer before = browser.get(SETTINGS);
        Browser.Answer after =
                browser.patch(SETTINGS, before.header("ETag"), Map.of("maxBalanceCents", 12_345));
        assertThat(after.json().get("maxBalanceCents").asLong()).isEqualTo(12_345);
        assertThat(house.bean(Settings.class).current().maxBalance())
                .isEqualTo(Money.ofCents(12_345));
        JsonNode line = browser.get("/api/v1/audit?limit=1").json().get("items").get(0);
        assertThat(line.get("action").asString()).isEqualTo("system.settings-changed");
        assertThat(line.get("details").get("maxBalance").get("to").asString()).isEqualTo("123.45");
        assertThat(line.get("operatorName").asString()).isEqualTo("管理员");
        assertThat(line.get("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void of_two_who_edit_the_same_the_second_is_told() {
        String seen = browser.get(SETTINGS).header("ETag");
        assertThat(browser.patch(SETTINGS, seen, Map.of("undoSeconds", 61)).status())
                .isEqualTo(200);
        Browser.Answer late = browser.patch(SETTINGS, seen, Map.of("undoSeconds", 62));
        assertThat(late.status()).isEqualTo(412);
        assertThat(browser.get(SETTINGS).json().get("undoSeconds").asInt()).isEqualTo(61);
    }

    @Test
    @DisplayName("M-062 A unit keeps a name: blanks are none")
    void a_unit_keeps_a_name() {
        String seen = browser.get(SETTINGS).header("ETag");
        assertThat(browser.patch(SETTINGS, seen, Map.of("unitName", "  ")).status()).isEqualTo(422);
        assertThat(browser.patch(SETTINGS, seen, Map.of("unitName", "某某市第二中学")).status())
                .isEqualTo(200);
        assertThat(house.bean(Settings.class).current().unitName()).isEqualTo("某某市第二中学");
    }

    @Test
    void an_edit_that_changes_nothing_raises_no_version_and_writes_no_line() {
        Browser.Answer before = browser.get(SETTINGS);
        Browser.Answer after =
                browser.patch(
                        SETTINGS,
                        before.header("ETag"),
                        Map.of("antiNfc", before.json().get("antiNfc").asBoolean()));
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    }

    @Test
    @DisplayName("D-18 a change takes effect on every node as soon as the versions are read there")
    void a_change_reaches_every_node() {
        try (House second = house.neighbour()) {
            Settings there = second.bean(Settings.class);
            boolean before = there.current().repeatFreeModeExempt();
            browser.patch(
                    SETTINGS,
                    browser.get(SETTINGS).header("ETag"),
                    Map.of("repeatFreeModeExempt", !before));
            second.bean(Versions.class).read();
            assertThat(there.current().repeatFreeModeExempt()).isEqualTo(!before);
        }
    }

    @Test
    void a_version_is_raised_only_inside_a_transaction() {
        Versions versions = house.bean(Versions.class);
        assertThatThrownBy(() -> versions.raise(Versioned.RULES))
                .isInstanceOf(IllegalTransactionStateException.class);
        long before = versions.read().getOrDefault(Versioned.RULES, -1L);
        house.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> versions.raise(Versioned.RULES));
        assertThat(versions.read()).containsEntry(Versioned.RULES, before + 1);
    }
}
