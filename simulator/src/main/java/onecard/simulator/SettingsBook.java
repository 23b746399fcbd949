package onecard.simulator;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was keyed into a terminal, a line for each change: `5 1788235200000 MACHINE_NO 12`, the
/// version of the platform's parameters that held, the moment, the setting and its value. What the
/// platform says as well holds until other parameters come: whoever spoke last.
public final class SettingsBook implements AutoCloseable {
    /// What was keyed is in a file called by the serial number of the terminal and this.
    static final String SUFFIX = ".settings";

    private static final int LINES_WORTH_SHORTENING = 200;
    private static final int WORDS = 4;

    private final Journal journal;
    private final Map<Setting, Entry> entries = new EnumMap<>(Setting.class);

    /// @param over the version of the parameters that held when it was keyed
    private record Entry(long over, Instant at, String value) {
        String line(Setting setting) {
            return "%d %d %s %s".formatted(over, at.toEpochMilli(), setting.name(), value);
        }
    }

    private SettingsBook(Journal journal) {
        this.journal = journal;
    }

    /// Opens the settings as the journal tells them.
    public static SettingsBook open(Journal journal) {
        SettingsBook book = new SettingsBook(journal);
        journal.lines().forEach(book::read);
        if (journal.lines().size() > LINES_WORTH_SHORTENING) {
            journal.rewrite(book.lines());
        }
        return book;
    }

    private void read(String line) {
        String[] words = line.split(" ", WORDS);
        if (words.length < WORDS) {
            throw new IllegalArgumentException("A line holds no setting: " + line);
        }
        Setting setting =
                Setting.named(words[2])
                        .orElseThrow(() ->
                                new IllegalArgumentException("No setting has this name: " + line));
        entries.put(
                setting,
                new Entry(
                        Long.parseLong(words[0]),
                        Instant.ofEpochMilli(Long.parseLong(words[1])),
                        words[3]));
    }

    private List<String> lines() {
        return entries.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
    }

    /// Keeps a value. When this returns, it is on the disk.
    ///
    /// @param over the version of the parameters that hold now
    /// @throws java.io.UncheckedIOException if it is not; then what was keyed before still holds
    synchronized void keep(Setting setting, String value, long over, Instant at) {
        if (keyed(setting, over).filter(value::equals).isPresent()) {
            return;
        }
        Entry entry = new Entry(over, Instant.ofEpochMilli(at.toEpochMilli()), value);
        journal.append(entry.line(setting), true);
        entries.put(setting, entry);
    }

    /// Returns what was keyed and still holds.
    ///
    /// @param version the version of the parameters that hold now
    synchronized Optional<String> keyed(Setting setting, long version) {
        return entry(setting, version).map(Entry::value);
    }

    /// Returns since when that holds which was keyed.
    synchronized Optional<Instant> since(Setting setting, long version) {
        return entry(setting, version).map(Entry::at);
    }

    private Optional<Entry> entry(Setting setting, long version) {
        return Optional.ofNullable(entries.get(setting))
                .filter(entry -> !setting.isPushed() || entry.over() == version);
    }

    /// Returns what was keyed, or what usually holds; for what the platform does not say.
    String value(Setting setting) {
        if (setting.isPushed()) {
            throw new IllegalArgumentException("The parameters say it as well: " + setting);
        }
        return keyed(setting, 0).orElse(setting.usual());
    }

    @Override
    public void close() {
        journal.close();
    }
}
