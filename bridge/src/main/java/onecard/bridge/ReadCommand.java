package onecard.bridge;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import javax.smartcardio.TerminalFactory;
import onecard.bridge.ReaderNews.CardSeen;
import onecard.bridge.ReaderNews.Listening;
import onecard.bridge.ReaderNews.NoReader;
import onecard.bridge.ReaderNews.NoService;
import onecard.bridge.ReaderNews.Unreadable;
import onecard.vocabulary.CardUid;
import picocli.CommandLine.Command;

/// Reads card numbers from every PC/SC reader and writes what happens to standard output, one line
/// each. Made to be run by [ReaderFeed] as a process of its own: the Java library keeps its
/// connection to the service for the life of the process, so when the service is restarted only
/// another process finds it again.
@Command(
        name = "read",
        description = "Writes the number of every card laid on a PC/SC reader, one line each.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
    /// How long one wait for a card lasts; a reader plugged in meanwhile is seen after it.
    private static final Duration WAIT = Duration.ofSeconds(1);

    /// The end of the process when the service has gone; [ReaderFeed] begins a new one.
    private static final int BEGIN_AGAIN = 75;

    /// "Get data": the contactless card's own number (PC/SC part 3, 3.2.2.1.3).
    private static final CommandAPDU UID = new CommandAPDU(0xFF, 0xCA, 0x00, 0x00, 256);

    private static final int DONE = 0x9000;

    private ReaderNews last = new NoService();
    private Set<String> lying = Set.of();

    @Override
    public Integer call() throws InterruptedException {
        Thread.ofPlatform().daemon().name("input").start(ReadCommand::endWithInput);
        while (true) {
            try {
                look(TerminalFactory.getInstance("PC/SC", null).terminals());
            } catch (NoSuchAlgorithmException | CardException | IllegalStateException _) {
                say(new NoService());
                // The next process need not look at once.
                Thread.sleep(WAIT);
                return BEGIN_AGAIN;
            }
        }
    }

    /// Whoever wanted the cards has ended when our input ends.
    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said to us.
            }
        } catch (IOException _) {
            // A broken input has ended as well.
        }
        System.exit(0);
    }

    private void look(CardTerminals terminals) throws CardException, InterruptedException {
        while (true) {
            List<CardTerminal> readers = terminals.list();
            if (readers.isEmpty()) {
                news(new NoReader());
                // The service tells of cards, not of readers plugged in: those are looked for.
                Thread.sleep(WAIT);
            } else {
                news(new Listening(readers.stream().map(CardTerminal::getName).toList()));
                readNew(terminals.list(CardTerminals.State.CARD_PRESENT));
                // What changed we look at ourselves: the first wait forgets who lay there already.
                boolean _ = terminals.waitForChange(WAIT.toMillis());
            }
        }
    }

    /// A card is read once, when it is laid down.
    private void readNew(List<CardTerminal> occupied) {
        occupied.stream()
                .filter(reader -> !lying.contains(reader.getName()))
                .map(ReadCommand::read)
                .forEach(ReadCommand::say);
        lying = occupied.stream().map(CardTerminal::getName).collect(Collectors.toSet());
    }

    private static ReaderNews read(CardTerminal reader) {
        try {
            Card card = reader.connect("*");
            try {
                ResponseAPDU answer = card.getBasicChannel().transmit(UID);
                byte[] uid = answer.getData();
                return answer.getSW() == DONE && CardUid.exists(uid.length)
                        ? new CardSeen(CardUid.of(uid).hex())
                        : new Unreadable("%04X".formatted(answer.getSW()));
            } finally {
                card.disconnect(false);
            }
        } catch (CardException | IllegalStateException e) {
            // Taken away too early, or not a card that answers: the clerk lays it down again.
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /// Says a state when it is another than before.
    private void news(ReaderNews now) {
        if (!now.equals(last)) {
            say(now);
        }
        last = now;
    }

    private static void say(ReaderNews news) {
        System.out.println(news.line());
        System.out.flush();
    }
}
