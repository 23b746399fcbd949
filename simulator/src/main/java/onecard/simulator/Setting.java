package onecard.simulator;

import java.util.Optional;
import java.util.stream.Stream;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.PurchaseMode;
import onecard.wire.Limits;

/// What can be keyed into a terminal: into the menu of the small screen (小屏菜单) or the settings of
/// the large one (大屏). Its value is a text, as it is keyed and kept.
enum Setting {
    /// Who may open the menu (`M-020`).
    ADMINISTRATOR("4", PageWords.WRONG_ADMINISTRATOR),
    PASSWORD("123456", PageWords.WRONG_NEW_PASSWORD),
    /// Takes back a sale (操作员密码).
    OPERATOR_PASSWORD("123456", PageWords.WRONG_NEW_PASSWORD),
    MACHINE_NO("", PageWords.WRONG_MACHINE_NO),
    /// The terminal's own address. A program has the one of the machine it runs on: kept and shown.
    LOCAL_IP("", PageWords.WRONG_IP),
    /// Where records go (`M-026`), `IP:port`.
    UPLOAD_SERVER("", PageWords.WRONG_SERVER),
    /// Who is asked (`M-028`), `IP:port`.
    TRADE_SERVER("", PageWords.WRONG_SERVER),
    /// In cents (`M-031`).
    FIXED_AMOUNT("", PageWords.WRONG_FIXED_AMOUNT),
    WORKING_MODE("", PageWords.WRONG_REQUEST),
    /// Same-card interval in seconds (`M-032`).
    SWIPE_INTERVAL("", PageWords.WRONG_INTERVAL),
    /// Who decides: the platform, or the terminal by hand (`M-035`).
    WORKING_STATUS("", PageWords.WRONG_REQUEST),
    /// Whether a phone that plays a card is told from a card (`M-044`).
    ANTI_NFC("ON", PageWords.WRONG_REQUEST),
    VOLUME("3", PageWords.WRONG_VOLUME),
    VOICE("ON", PageWords.WRONG_REQUEST),
    /// A balance below this many cents is hinted at; 0: none is.
    LOW_BALANCE("1000", PageWords.WRONG_FIXED_AMOUNT),
    /// Opens the settings of the large screen (`M-047`).
    SCREEN_PASSWORD("22320338", PageWords.WRONG_NEW_SCREEN_PASSWORD),
    /// `DHCP`, or `STATIC address mask gateway` (`M-048`). Kept and shown, like [#LOCAL_IP].
    SCREEN_NETWORK("DHCP", PageWords.WRONG_NETWORK);

    /// What the manual also takes for the large screen while nobody chose a password.
    static final String OTHER_SCREEN_PASSWORD = "12345678";

    private final String usual;
    private final PageWords expected;

    Setting(String usual, PageWords expected) {
        this.usual = usual;
        this.expected = expected;
    }

    /// Returns the setting of this name.
    static Optional<Setting> named(String name) {
        return Stream.of(values()).filter(setting -> setting.name().equals(name)).findFirst();
    }

    /// Returns what holds where nobody keyed anything; empty if something else says it.
    String usual() {
        return usual;
    }

    boolean accepts(String value) {
        return switch (this) {
            case ADMINISTRATOR -> Keyed.areDigits(value, 1, 4);
            case PASSWORD, OPERATOR_PASSWORD -> Keyed.areDigits(value, 4, 8);
            case SCREEN_PASSWORD -> Keyed.areDigits(value, 6, 12);
            case MACHINE_NO ->
                    Keyed.isBetween(value, 0, 999) && MachineNo.exists(Integer.parseInt(value));
            case LOCAL_IP -> Keyed.isIp(value);
            case UPLOAD_SERVER, TRADE_SERVER -> Keyed.isServer(value);
            case FIXED_AMOUNT -> Keyed.isBetween(value, 1, Limits.MAX_PRICE_CENTS);
            case LOW_BALANCE -> Keyed.isBetween(value, 0, Limits.MAX_PRICE_CENTS);
            case WORKING_MODE -> Keyed.isOneOf(value, Mode.values());
            case WORKING_STATUS -> Keyed.isOneOf(value, PurchaseMode.values());
            case SWIPE_INTERVAL -> Keyed.isBetween(value, 0, Limits.MAX_REPEAT_SECONDS);
            case ANTI_NFC, VOICE -> value.equals("ON") || value.equals("OFF");
            case VOLUME -> Keyed.isBetween(value, 0, 5);
            case SCREEN_NETWORK -> Keyed.isNetwork(value);
        };
    }

    /// Returns what to say of a value that is not accepted.
    PageWords expected() {
        return expected;
    }

    /// Tells whether the platform's parameters say it as well: then what came last holds.
    boolean isPushed() {
        return switch (this) {
            case MACHINE_NO, FIXED_AMOUNT, WORKING_MODE, SWIPE_INTERVAL, WORKING_STATUS -> true;
            case ADMINISTRATOR,
                    PASSWORD,
                    OPERATOR_PASSWORD,
                    LOCAL_IP,
                    UPLOAD_SERVER,
                    TRADE_SERVER,
                    ANTI_NFC,
                    VOLUME,
                    VOICE,
                    LOW_BALANCE,
                    SCREEN_PASSWORD,
                    SCREEN_NETWORK ->
                    false;
        };
    }

    /// Tells whether it is never shown.
    boolean isSecret() {
        return this == PASSWORD || this == OPERATOR_PASSWORD || this == SCREEN_PASSWORD;
    }

    /// Tells whether it is keyed at the large screen.
    boolean isOfLargeScreen() {
        return this == SCREEN_PASSWORD || this == SCREEN_NETWORK;
    }
}
