package onecard.simulator;

import java.util.ArrayList;
import java.util.List;

/// A journal that outlives its terminal but not the process: for simulated crashes, where the
/// terminal is thrown away and a new one reads the same journal.
public final class MemoryJournal implements Journal {
    private final List<String> lines = new ArrayList<>();

    @Override
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized void append(String line, boolean durable) {
        lines.add(line);
    }

    @Override
    public synchronized void rewrite(List<String> newLines) {
        List<String> kept = List.copyOf(newLines);
        lines.clear();
        lines.addAll(kept);
    }

    @Override
    public void close() {}
}
