package onecard.platform.system.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import onecard.platform.system.MaxBalanceOf;
import onecard.platform.system.PurseOrder;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.Wording;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.site_setting`, whose one row is read together with its version.
@Repository
class SiteSettingTable {
    private static final String READ =
            """
            select s.unit_name, s.wording, s.zone, s.day_start, s.purse_order, s.repeat_interval_s,
                   s.repeat_free_exempt, s.max_balance, s.max_balance_of, s.anti_nfc,
                   s.cashier_void_s, s.others_survive_loss, s.undo_s, s.session_idle_s, v.number
              from system.site_setting s
              join system.version v on v.what = 'SETTINGS'
            """;

    private static final String LOCK =
            READ
                    + """
                       for update of s
                    """;

    private static final String WRITE =
            """
            update system.site_setting
               set unit_name = :unitName, wording = :wording, zone = :zone, day_start = :dayStart,
                   purse_order = :purseOrder, repeat_interval_s = :repeatInterval,
                   repeat_free_exempt = :repeatFreeExempt, max_balance = :maxBalance,
                   max_balance_of = :maxBalanceOf, anti_nfc = :antiNfc,
                   cashier_void_s = :cashierVoid, others_survive_loss = :othersSurviveLoss,
                   undo_s = :undo, session_idle_s = :sessionIdle
            """;

    private final JdbcClient jdbc;

    SiteSettingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The settings and their version.
    record Row(SiteSettings settings, long version) {}

    Row read() {
        return jdbc.sql(READ).query(SiteSettingTable::row).single();
    }

    Row lock() {
        return jdbc.sql(LOCK).query(SiteSettingTable::row).single();
    }

    void write(SiteSettings settings) {
        jdbc.sql(WRITE)
                .param("unitName", settings.unitName())
                .param("wording", settings.wording().name())
                .param("zone", settings.zone().getId())
                .param("dayStart", settings.dayStart())
                .param("purseOrder", settings.purseOrder().name())
                .param("repeatInterval", settings.repeatInterval().toSeconds())
                .param("repeatFreeExempt", settings.repeatFreeModeExempt())
                .param("maxBalance", settings.maxBalance().cents())
                .param("maxBalanceOf", settings.maxBalanceOf().name())
                .param("antiNfc", settings.antiNfc())
                .param("cashierVoid", settings.cashierVoidWindow().toSeconds())
                .param("othersSurviveLoss", settings.otherInstrumentsSurviveLoss())
                .param("undo", settings.undoWindow().toSeconds())
                .param("sessionIdle", settings.sessionIdle().toSeconds())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        SiteSettings settings =
                new SiteSettings(
                        row.getString("unit_name"),
                        Wording.valueOf(row.getString("wording")),
                        ZoneId.of(row.getString("zone")),
                        row.getObject("day_start", LocalTime.class),
                        PurseOrder.valueOf(row.getString("purse_order")),
                        Duration.ofSeconds(row.getInt("repeat_interval_s")),
                        row.getBoolean("repeat_free_exempt"),
                        new Money(row.getLong("max_balance")),
                        MaxBalanceOf.valueOf(row.getString("max_balance_of")),
                        row.getBoolean("anti_nfc"),
                        Duration.ofSeconds(row.getInt("cashier_void_s")),
                        row.getBoolean("others_survive_loss"),
                        Duration.ofSeconds(row.getInt("undo_s")),
                        Duration.ofSeconds(row.getInt("session_idle_s")));
        return new Row(settings, row.getLong("number"));
    }
}
