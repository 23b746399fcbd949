package onecard.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.CardUid;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.Newest;
import onecard.wire.Resource;

/// The lists of cards a terminal keeps. Each line of its journal is the list's name and an answer
/// as it travelled, in hex: `BLOCK a501…`. A line is there whole or not at all, so a list is the
/// one before or the one after, whatever ends the program; a whole list takes the place of all that
/// was there before it, all at once.
public final class ListBook implements AutoCloseable {
    /// A terminal's lists are in a file called by its serial number and this.
    static final String SUFFIX = ".lists";

    /// After so many differences the journal is written anew as two whole lists.
    private static final int LINES_MAX = 1_000;

    private final Journal journal;
    private final Map<ListKind, Kept> lists = new EnumMap<>(ListKind.class);
    private int lines;

    /// @param version the platform's number for this state of the list; 0: it never came
    private record Kept(long version, UidSet cards) {
        static final Kept NONE = new Kept(0, UidSet.EMPTY);
    }

    private ListBook(Journal journal) {
        this.journal = journal;
    }

    /// Opens the lists as the journal tells them.
    public static ListBook open(Journal journal) {
        ListBook book = new ListBook(journal);
        for (String line : journal.lines()) {
            ListAnswer answer = read(line);
            book.after(answer).ifPresent(kept -> book.lists.put(answer.kind(), kept));
            book.lines++;
        }
        return book;
    }

    /// Applies what the platform answered. When this returns, it is on the disk.
    ///
    /// @return false if it does not follow on the version that is here: the whole list is needed
    synchronized boolean apply(ListAnswer answer) {
        Optional<Kept> after = after(answer);
        if (after.isEmpty()) {
            return false;
        }
        Kept before = kept(answer.kind());
        if (after.get().version() == before.version() && answer.from() != 0) {
            return true;
        }
        if (answer.from() == 0 || lines >= LINES_MAX) {
            rewrite(answer.kind(), after.get());
        } else {
            journal.append(line(answer), true);
            lines++;
        }
        lists.put(answer.kind(), after.get());
        return true;
    }

    private Optional<Kept> after(ListAnswer answer) {
        if (answer.from() == 0) {
            return Optional.of(new Kept(answer.to(), UidSet.of(answer.added())));
        }
        Kept before = kept(answer.kind());
        return before.version() == answer.from()
                ? Optional.of(
                        new Kept(
                                answer.to(), before.cards().with(answer.added(), answer.removed())))
                : Optional.empty();
    }

    private void rewrite(ListKind changed, Kept now) {
        Map<ListKind, Kept> all = new EnumMap<>(lists);
        all.put(changed, now);
        journal.rewrite(
                all.entrySet().stream().map(list -> line(list.getKey(), list.getValue())).toList());
        lines = all.size();
    }

    private Kept kept(ListKind kind) {
        return lists.getOrDefault(kind, Kept.NONE);
    }

    /// Returns the version of a list, 0 if it never came.
    public synchronized long version(ListKind kind) {
        return kept(kind).version();
    }

    /// Returns how many cards are on a list.
    public synchronized int size(ListKind kind) {
        return kept(kind).cards().size();
    }

    /// Tells whether a card is on a list.
    public synchronized boolean contains(ListKind kind, CardUid card) {
        return kept(kind).cards().contains(card);
    }

    private static String line(ListKind kind, Kept kept) {
        return line(
                new ListAnswer(
                        kind, 0, kept.version(), kept.cards().toList(), List.of(), Newest.NONE));
    }

    private static String line(ListAnswer answer) {
        return AnswerLine.of(answer.kind().name(), answer);
    }

    private static ListAnswer read(String line) {
        ListKind kind = ListKind.valueOf(AnswerLine.word(line));
        return AnswerLine.read(
                line,
                kind == ListKind.ALLOW ? Resource.ALLOW_LIST : Resource.BLOCK_LIST,
                ListAnswer.class);
    }

    @Override
    public void close() {
        journal.close();
    }
}
