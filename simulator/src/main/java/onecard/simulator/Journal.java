package onecard.simulator;

import java.util.List;

/// What a terminal writes down before it speaks: lines, in order, whole or not at all.
public interface Journal extends AutoCloseable {
    /// Returns the lines that were there when it was opened.
    List<String> lines();

    /// Appends a line.
    ///
    /// @param durable return only when it would survive a loss of power
    void append(String line, boolean durable);

    /// Puts these lines in the place of all others, all at once.
    void rewrite(List<String> lines);

    @Override
    void close();
}
