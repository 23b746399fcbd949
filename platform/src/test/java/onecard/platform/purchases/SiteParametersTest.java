package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.MealKind;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The parameters of the whole site that a purchase obeys, changed as the console changes them.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteParametersTest {
    private static final String SETTINGS = "/api/v1/settings";
    private static final String DAY = "2026-03-02 ";

    private House house;
    private Canteen site;
    private Browser browser;
    private Terminal till;
    private Terminal elsewhere;
    private Eater eater;

    @BeforeAll
    void two_tills_of_two_merchants(House started) {
        house = started;
        site = new Canteen(house);
        site.at(DAY + "11:00:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        till = site.till(site.merchant("第一食堂"));
        elsewhere = site.till(site.merchant("小卖部"));
        eater = site.eater("张小三", 100_00, 0);
        browser = house.administrator();
    }

    private void set(String parameter, Object value) {
        Browser.Answer changed =
                browser.patch(
                        SETTINGS, browser.get(SETTINGS).header("ETag"), Map.of(parameter, value));
        browser.without("If-Match");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private String buys(Terminal where, String time) {
        return buys(where, time, Mode.FREE_AMOUNT, false);
    }

    private String buys(Terminal where, String time, Mode mode, boolean emulated) {
        site.at(DAY + time);
        var card = new Instrument.Card(eater.card(), emulated);
        return switch (site.taps(card, where, mode, 1_00)) {
            case Outcome.Taken taken -> "taken " + taken.net().cents();
            case Outcome.Refused refused -> refused.reason().name();
            case Outcome other -> other.toString();
        };
    }

    private Inquiry asks(boolean emulated) {
        return house.bean(Purchases.class)
                .inquire(till.serial(), new Instrument.Card(eater.card(), emulated));
    }

    @Test
    @DisplayName(
            "M-072 emulated cards are refused where the terminal can tell them, until the site allows them")
    void emulated_cards_are_refused() {
        assertThat(browser.get(SETTINGS).json().get("antiNfc").asBoolean()).isTrue();
        assertThat(buys(till, "11:01:00", Mode.FREE_AMOUNT, true))
                .isEqualTo("NFC_EMULATION_REFUSED");
        assertThat(asks(true)).isEqualTo(new Inquiry.Refused(Refusal.NFC_EMULATION_REFUSED));
        // A terminal that cannot tell a phone from a card says of none that it is one.
        assertThat(buys(elsewhere, "11:02:00", Mode.FREE_AMOUNT, false)).isEqualTo("taken 100");
        assertThat(asks(false)).isNotInstanceOf(Inquiry.Refused.class);
        set("antiNfc", false);
        assertThat(asks(true)).isNotInstanceOf(Inquiry.Refused.class);
        assertThat(buys(till, "11:04:00", Mode.FREE_AMOUNT, true)).isEqualTo("taken 100");
        set("antiNfc", true);
        assertThat(buys(till, "11:05:00", Mode.FREE_AMOUNT, true))
                .isEqualTo("NFC_EMULATION_REFUSED");
    }

    @Test
    @DisplayName(
            "M-082 the purchase interval of the site holds over all terminals, until it is switched off")
    void the_interval_is_a_parameter() {
        assertThat(buys(till, "11:10:00")).isEqualTo("taken 100");
        assertThat(buys(elsewhere, "11:10:04")).isEqualTo("REPEAT_TOO_SOON");
        assertThat(buys(elsewhere, "11:10:05")).isEqualTo("taken 100");
        set("repeatIntervalSeconds", 60);
        assertThat(buys(till, "11:11:04")).isEqualTo("REPEAT_TOO_SOON");
        assertThat(buys(till, "11:11:05")).isEqualTo("taken 100");
        set("repeatFreeModeExempt", true);
        assertThat(buys(till, "11:20:00")).isEqualTo("taken 100");
        assertThat(buys(till, "11:20:00")).isEqualTo("taken 100");
        assertThat(buys(till, "11:20:01", Mode.FIXED_AMOUNT, false)).isEqualTo("REPEAT_TOO_SOON");
        set("repeatIntervalSeconds", 0);
        assertThat(buys(till, "11:20:01", Mode.FIXED_AMOUNT, false)).isEqualTo("taken 100");
        assertThat(buys(elsewhere, "11:20:01", Mode.FIXED_AMOUNT, false)).isEqualTo("taken 100");
    }
}
