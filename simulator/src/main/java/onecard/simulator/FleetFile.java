package onecard.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON file that describes a fleet. What is left out has the value given here.
///
/// @param folder where the journals lie, seen from the file; `.`
/// @param trade up to three addresses `host:port` of the trade port
/// @param records up to three addresses of the records port; the trade addresses
/// @param zone in which meals and days are meant; `Asia/Shanghai`
/// @param seed of everything that is drawn; 1
/// @param syncToDisk whether a number waits for the disk; true
/// @param pagePort of the page on loopback, 0 for any free one; 0
/// @param cards the rack of sample cards
/// @param meals when people come; none
public record FleetFile(
        @Nullable String folder,
        List<String> trade,
        @Nullable List<String> records,
        @Nullable String zone,
        @Nullable Long seed,
        @Nullable Boolean syncToDisk,
        @Nullable Integer pagePort,
        List<Till> terminals,
        @Nullable List<SampleCard> cards,
        @Nullable List<MealTime> meals) {
    /// A terminal holds so many addresses of the platform.
    private static final int MAX_ADDRESSES = 3;

    private static final int MAX_TERMINALS = 2_000;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public FleetFile {
        if (trade.isEmpty() || trade.size() > MAX_ADDRESSES) {
            throw new IllegalArgumentException(
                    "1 to " + MAX_ADDRESSES + " trade addresses, not " + trade.size());
        }
        if (terminals.isEmpty() || terminals.size() > MAX_TERMINALS) {
            throw new IllegalArgumentException(
                    "1 to " + MAX_TERMINALS + " terminals, not " + terminals.size());
        }
    }

    /// A terminal.
    ///
    /// @param key as the console showed it
    /// @param mode `FREE_AMOUNT`
    /// @param repeatSeconds the terminal's own interval between two purchases of one card; 0
    /// @param tillMillis the time at the till; 3,000
    /// @param heartbeatSeconds 30
    /// @param buys whether people come to it by the timetable; false: it waits for a hand
    public record Till(
            String serial,
            String key,
            @Nullable Integer machineNo,
            @Nullable String merchant,
            @Nullable Mode mode,
            @Nullable Long fixedCents,
            @Nullable Integer repeatSeconds,
            @Nullable Integer tillMillis,
            @Nullable Integer heartbeatSeconds,
            @Nullable Boolean buys) {
        TerminalSetup setup() {
            return new TerminalSetup(
                    new SerialNo(serial),
                    Optional.ofNullable(machineNo).map(MachineNo::new),
                    or(merchant, ""),
                    or(mode, Mode.FREE_AMOUNT),
                    Money.ofCents(or(fixedCents, 0L)),
                    0,
                    Duration.ofSeconds(or(repeatSeconds, 0)),
                    Duration.ofMillis(or(tillMillis, 3_000)),
                    Duration.ofSeconds(or(heartbeatSeconds, 30)));
        }

        boolean isVisited() {
            return or(buys, false);
        }
    }

    /// A card to hold to a reader.
    ///
    /// @param emulated whether it is a phone that plays the card (`M-044`); false
    public record SampleCard(
            String uid,
            @Nullable String name,
            @Nullable String personNo,
            @Nullable Boolean emulated) {
        public SampleCard {
            uid = new CardUid(uid).hex();
        }

        /// A real card.
        public SampleCard(String uid, @Nullable String name, @Nullable String personNo) {
            this(uid, name, personNo, null);
        }

        boolean isPhone() {
            return or(emulated, false);
        }
    }

    /// When people come, as `HH:mm`.
    public record MealTime(String name, String from, String to, int salesPerHour) {
        Timetable.Meal meal() {
            return new Timetable.Meal(
                    name, LocalTime.parse(from), LocalTime.parse(to), salesPerHour);
        }
    }

    /// Reads a file; what is wrong with it is named.
    public static FleetFile read(Path file) {
        return JSON.readValue(file.toFile(), FleetFile.class);
    }

    ZoneId siteZone() {
        return ZoneId.of(or(zone, "Asia/Shanghai"));
    }

    Timetable timetable() {
        return new Timetable(
                siteZone(), or(meals, List.<MealTime>of()).stream().map(MealTime::meal).toList());
    }

    Path journals(Path base) {
        return base.resolve(or(folder, ".")).normalize();
    }

    long drawnFrom() {
        return or(seed, 1L);
    }

    boolean isSynced() {
        return or(syncToDisk, true);
    }

    int portOfPage() {
        return or(pagePort, 0);
    }

    List<SampleCard> rack() {
        return or(cards, List.of());
    }

    /// Returns the cards that people carry.
    List<SampleCard> cardsOnly() {
        return rack().stream().filter(card -> !card.isPhone()).toList();
    }

    List<InetSocketAddress> tradeAddresses() {
        return trade.stream().map(FleetFile::address).toList();
    }

    List<InetSocketAddress> recordsAddresses() {
        return or(records, trade).stream().map(FleetFile::address).toList();
    }

    /// Reads `host:port`; without a host it is loopback.
    static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        int port = Integer.parseInt(text.substring(colon + 1));
        return colon <= 0
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                : new InetSocketAddress(text.substring(0, colon), port);
    }

    private static <T> T or(@Nullable T value, T absent) {
        return value == null ? absent : value;
    }
}
