package onecard.simulator;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.wire.Answer;
import onecard.wire.InquiryAnswer;
import onecard.wire.InquiryRequest;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.ListRequest;
import onecard.wire.Request;

/// What an administrator keys into a terminal (菜单): who may, what is taken, and what follows from
/// it. Of a setting that the platform's parameters have as well, what came last holds. [Terminal]
/// lets in one thread at a time.
final class Menu {
    /// Time in which a new address must answer; the administrator waits for it.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Nobody has this card: who asks for it learns only that somebody answers.
    private static final Instrument.Card NOBODYS =
            new Instrument.Card(new CardUid("00000000"), true);

    private final SettingsBook settings;
    private final TerminalBooks books;
    private final Conversation trade;
    private final Conversation records;
    private final Watch watch;

    Menu(TerminalBooks books, Conversation trade, Conversation records, Watch watch) {
        this.settings = books.settings();
        this.books = books;
        this.trade = trade;
        this.records = records;
        this.watch = watch;
        goOn(Setting.TRADE_SERVER, trade);
        goOn(Setting.UPLOAD_SERVER, records);
    }

    private void goOn(Setting setting, Conversation line) {
        settings.keyed(setting, 0)
                .flatMap(kept -> line.link().elsewhere(FleetFile.address(kept)))
                .ifPresent(line::moveTo);
    }

    /// How keying something in ended.
    sealed interface Outcome {}

    record Kept() implements Outcome {}

    /// It is not taken, and what was there before holds.
    record NotKept(PageWords why) implements Outcome {}

    /// Tells whether these open the menu (`M-020`, `M-021`).
    boolean admits(String administrator, String password) {
        return settings.value(Setting.ADMINISTRATOR).equals(administrator)
                && settings.value(Setting.PASSWORD).equals(password);
    }

    /// Tells whether this takes back a sale.
    boolean isOperators(String password) {
        return settings.value(Setting.OPERATOR_PASSWORD).equals(password);
    }

    /// Tells whether this opens the settings of the large screen (`M-047`).
    boolean opensLargeScreen(String password) {
        return settings.value(Setting.SCREEN_PASSWORD).equals(password)
                || (isUsual(Setting.SCREEN_PASSWORD)
                        && Setting.OTHER_SCREEN_PASSWORD.equals(password));
    }

    /// Tells whether a password is still the one that everybody knows (`D-32`).
    boolean isUsual(Setting password) {
        return settings.value(password).equals(password.usual());
    }

    /// Returns what was keyed or usually holds.
    String value(Setting setting) {
        return settings.value(setting);
    }

    /// Returns the card as this reader sees it: without anti-NFC a phone is a card (`M-044`).
    Instrument.Card seen(Instrument.Card held) {
        return tellsPhones() ? held : new Instrument.Card(held.uid(), false);
    }

    /// Tells whether the reader tells a phone that plays a card from a card.
    boolean tellsPhones() {
        return settings.value(Setting.ANTI_NFC).equals("ON");
    }

    /// Returns where it asks, or brings its records: the address that is tried first.
    Optional<InetSocketAddress> server(Setting setting) {
        Conversation line = setting == Setting.TRADE_SERVER ? trade : records;
        return line.link().addresses().stream().findFirst();
    }

    /// Takes a value. An address of the platform is taken only if the platform answers there.
    Outcome set(Setting setting, String value, TerminalSetup now) {
        Optional<PageWords> objection = objection(setting, value, now);
        if (objection.isPresent()) {
            return new NotKept(objection.get());
        }
        try {
            return switch (setting) {
                case TRADE_SERVER ->
                        move(
                                setting,
                                value,
                                trade,
                                new InquiryRequest(NOBODYS),
                                InquiryAnswer.class);
                case UPLOAD_SERVER -> {
                    long version = books.lists().version(ListKind.BLOCK);
                    var request = new ListRequest(ListKind.BLOCK, version);
                    yield move(setting, value, records, request, ListAnswer.class);
                }
                case ADMINISTRATOR,
                        PASSWORD,
                        OPERATOR_PASSWORD,
                        MACHINE_NO,
                        LOCAL_IP,
                        FIXED_AMOUNT,
                        WORKING_MODE,
                        SWIPE_INTERVAL,
                        WORKING_STATUS,
                        ANTI_NFC,
                        VOLUME,
                        VOICE,
                        LOW_BALANCE,
                        SCREEN_PASSWORD,
                        SCREEN_NETWORK ->
                        keep(setting, value);
            };
        } catch (UncheckedIOException _) {
            return new NotKept(PageWords.NOT_STORED);
        }
    }

    private static Optional<PageWords> objection(Setting setting, String value, TerminalSetup now) {
        if (!setting.accepts(value)) {
            return Optional.of(setting.expected());
        }
        return setting == Setting.WORKING_MODE
                        && value.equals(Mode.FIXED_AMOUNT.name())
                        && !now.fixedAmount().isPositive()
                ? Optional.of(PageWords.NO_FIXED_AMOUNT)
                : Optional.empty();
    }

    private Outcome keep(Setting setting, String value) {
        settings.keep(setting, value, books.parameters().version(), watch.instant());
        return new Kept();
    }

    private <A extends Answer> Outcome move(
            Setting setting, String value, Conversation line, Request request, Class<A> expected) {
        Optional<Link> other = line.link().elsewhere(FleetFile.address(value));
        if (other.isEmpty()) {
            return new NotKept(PageWords.SERVER_SILENT);
        }
        Link there = other.get();
        Conversation trial = new Conversation(there, watch);
        Instant deadline = watch.instant().plus(PATIENCE);
        if (!(trial.ask(request, expected, deadline, () -> false)
                instanceof Conversation.Told<A>)) {
            trial.close();
            return new NotKept(PageWords.SERVER_SILENT);
        }
        Outcome outcome = keep(setting, value);
        line.moveTo(there);
        return outcome;
    }

    /// Returns how the terminal works: as it was sent, and as was keyed since.
    TerminalSetup over(TerminalSetup sent) {
        TerminalSetup keyed = sent;
        for (Setting setting : List.of(Setting.values())) {
            Optional<String> value = books.keyed(setting);
            if (setting.isPushed() && value.isPresent()) {
                keyed = with(keyed, setting, value.get());
            }
        }
        return keyed;
    }

    private static TerminalSetup with(TerminalSetup setup, Setting setting, String value) {
        return switch (setting) {
            case MACHINE_NO -> setup.with(new MachineNo(Integer.parseInt(value)));
            case FIXED_AMOUNT -> setup.with(setup.mode(), Money.ofCents(Long.parseLong(value)));
            case WORKING_MODE -> setup.with(Mode.valueOf(value), setup.fixedAmount());
            case SWIPE_INTERVAL -> setup.with(Duration.ofSeconds(Long.parseLong(value)));
            case WORKING_STATUS -> setup.with(PurchaseMode.valueOf(value));
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
                    setup;
        };
    }
}
