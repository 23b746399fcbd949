package onecard.platform.system.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.system.MaxBalanceOf;
import onecard.platform.system.PurseOrder;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.Wording;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DefaultSettingsTest {
    private final SiteSettingTable table;

    DefaultSettingsTest(TestDatabase database) {
        this.table = new SiteSettingTable(database.jdbc());
    }

    @Test
    void what_the_migration_seeds_is_what_the_code_calls_the_defaults() {
        assertThat(table.read().settings()).isEqualTo(SiteSettings.defaults());
    }

    @Test
    void every_setting_is_read_back_as_it_was_written() {
        SiteSettings other =
                new SiteSettings(
                        "某公司",
                        Wording.COMPANY,
                        ZoneId.of("Asia/Urumqi"),
                        LocalTime.of(4, 30),
                        PurseOrder.CASH_FIRST,
                        Duration.ofSeconds(7),
                        true,
                        Money.ofCents(1),
                        MaxBalanceOf.CASH,
                        false,
                        Duration.ofSeconds(11),
                        false,
                        Duration.ofSeconds(13),
                        Duration.ofSeconds(61));
        table.write(other);
        assertThat(table.read().settings()).isEqualTo(other);
        table.write(SiteSettings.defaults());
    }
}
