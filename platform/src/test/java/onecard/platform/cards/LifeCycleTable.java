package onecard.platform.cards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import onecard.platform.system.ProblemKind;

/// What every move makes of every stand, in words: the table that the life cycle is held against. A
/// stand is written `O` open or `F` frozen, then the card, `-` none, `V` valid, `E` expired, `L`
/// lost, `X` lost and expired, then `h` while an earlier card's balance is held. `NONE` has no
/// account, `GONE` is closed.
final class LifeCycleTable {
    private static final Map<String, ProblemKind> PROBLEMS =
            Map.ofEntries(
                    Map.entry("no-acct", CardProblems.NOT_OPEN),
                    Map.entry("closed", CardProblems.CLOSED),
                    Map.entry("frozen", CardProblems.FROZEN),
                    Map.entry("thawed", CardProblems.NOT_FROZEN),
                    Map.entry("is-open", CardProblems.NOT_CLOSED),
                    Map.entry("has", CardProblems.HAS_CARD),
                    Map.entry("lost", CardProblems.CARD_LOST),
                    Map.entry("found", CardProblems.NOT_LOST),
                    Map.entry("no-card", CardProblems.NO_CARD),
                    Map.entry("none-held", CardProblems.NOTHING_HELD),
                    Map.entry("held", CardProblems.BALANCE_HELD));

    private LifeCycleTable() {}

    /// One cell of the table.
    ///
    /// @param then the stand after it, or the problem
    record Cell(String stand, CardMove move, String then) {
        LifeCycle.Step step() {
            ProblemKind problem = PROBLEMS.get(then);
            return problem == null
                    ? new LifeCycle.Step.Goes(LifeCycleTable.stand(then))
                    : new LifeCycle.Step.Refused(problem);
        }

        boolean goes() {
            return !PROBLEMS.containsKey(then);
        }

        String problem() {
            return PROBLEMS.getOrDefault(then, CardProblems.TOO_MANY).name();
        }

        @Override
        public String toString() {
            return stand + " " + move + ": " + then;
        }
    }

    static CardStand stand(String word) {
        if (word.equals("NONE")) {
            return CardStand.NO_ACCOUNT;
        }
        if (word.equals("GONE")) {
            return CardStand.CLOSED;
        }
        return new CardStand.Account(
                word.charAt(0) == 'F', hand(word.charAt(1)), word.endsWith("h"));
    }

    static Hand hand(char letter) {
        return switch (letter) {
            case '-' -> Hand.NOTHING;
            case 'V' -> Hand.VALID;
            case 'E' -> Hand.EXPIRED;
            case 'L' -> Hand.LOST;
            case 'X' -> Hand.LOST_EXPIRED;
            default -> throw new IllegalArgumentException("No card is written " + letter);
        };
    }

    static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var part : PARTS) {
            var lines = part.lines().map(line -> line.strip().split(" +")).toList();
            var head = lines.getFirst();
            for (var line : lines.subList(1, lines.size())) {
                for (int i = 1; i < head.length; i++) {
                    cells.add(new Cell(line[0], CardMove.valueOf(head[i]), line[i]));
                }
            }
        }
        return cells;
    }

    static List<String> stands() {
        return cells().stream().map(Cell::stand).distinct().toList();
    }

    private static final List<String> PARTS =
            Arrays.asList(
                    """
                    stand OPEN_ACCOUNT ISSUE  EXTEND  REPORT_LOSS
                    NONE  O-           OV     no-acct no-acct
                    GONE  closed       closed closed  closed
                    O-    O-           OV     no-card no-card
                    O-h   O-h          OVh    no-card no-card
                    OV    OV           has    OV      OL
                    OVh   OVh          has    OVh     OLh
                    OE    OE           OV     OV      OX
                    OEh   OEh          OVh    OVh     OXh
                    OL    OL           lost   lost    lost
                    OLh   OLh          lost   lost    lost
                    OX    OX           lost   lost    lost
                    OXh   OXh          lost   lost    lost
                    F-    F-           frozen no-card no-card
                    F-h   F-h          frozen no-card no-card
                    FV    FV           frozen FV      FL
                    FVh   FVh          frozen FVh     FLh
                    FE    FE           frozen FV      FX
                    FEh   FEh          frozen FVh     FXh
                    FL    FL           frozen lost    lost
                    FLh   FLh          frozen lost    lost
                    FX    FX           frozen lost    lost
                    FXh   FXh          frozen lost    lost
                    """,
                    """
                    stand CANCEL_LOSS REPLACE REPLACE_AND_HOLD REPLACE_DAMAGED
                    NONE  no-acct     no-acct no-acct          no-acct
                    GONE  closed      closed  closed           closed
                    O-    no-card     no-card no-card          no-card
                    O-h   no-card     no-card no-card          no-card
                    OV    found       found   found            OV
                    OVh   found       found   found            OVh
                    OE    found       found   found            OV
                    OEh   found       found   found            OVh
                    OL    OV          OV      OVh              lost
                    OLh   OVh         OVh     OVh              lost
                    OX    OE          OV      OVh              lost
                    OXh   OEh         OVh     OVh              lost
                    F-    no-card     frozen  frozen           frozen
                    F-h   no-card     frozen  frozen           frozen
                    FV    found       frozen  frozen           frozen
                    FVh   found       frozen  frozen           frozen
                    FE    found       frozen  frozen           frozen
                    FEh   found       frozen  frozen           frozen
                    FL    FV          frozen  frozen           frozen
                    FLh   FVh         frozen  frozen           frozen
                    FX    FE          frozen  frozen           frozen
                    FXh   FEh         frozen  frozen           frozen
                    """,
                    """
                    stand TAKE_OVER FREEZE  UNFREEZE RETURN_CARD
                    NONE  no-acct   no-acct no-acct  no-acct
                    GONE  closed    closed  closed   closed
                    O-    none-held F-      thawed   no-card
                    O-h   O-        F-h     thawed   no-card
                    OV    none-held FV      thawed   O-
                    OVh   OV        FVh     thawed   O-h
                    OE    none-held FE      thawed   O-
                    OEh   OE        FEh     thawed   O-h
                    OL    none-held FL      thawed   lost
                    OLh   OL        FLh     thawed   lost
                    OX    none-held FX      thawed   lost
                    OXh   OX        FXh     thawed   lost
                    F-    none-held frozen  O-       no-card
                    F-h   F-        frozen  O-h      no-card
                    FV    none-held frozen  OV       F-
                    FVh   FV        frozen  OVh      F-h
                    FE    none-held frozen  OE       F-
                    FEh   FE        frozen  OEh      F-h
                    FL    none-held frozen  OL       lost
                    FLh   FL        frozen  OLh      lost
                    FX    none-held frozen  OX       lost
                    FXh   FX        frozen  OXh      lost
                    """,
                    """
                    stand CLOSE_WITH_CARD CLOSE_WITHOUT_CARD CLOSE_FROZEN REOPEN
                    NONE  no-acct         no-acct            no-acct      no-acct
                    GONE  closed          closed             closed       O-
                    O-    no-card         GONE               thawed       is-open
                    O-h   no-card         held               thawed       is-open
                    OV    GONE            GONE               thawed       is-open
                    OVh   held            held               thawed       is-open
                    OE    GONE            GONE               thawed       is-open
                    OEh   held            held               thawed       is-open
                    OL    lost            GONE               thawed       is-open
                    OLh   lost            held               thawed       is-open
                    OX    lost            GONE               thawed       is-open
                    OXh   lost            held               thawed       is-open
                    F-    no-card         GONE               GONE         is-open
                    F-h   no-card         held               held         is-open
                    FV    GONE            GONE               GONE         is-open
                    FVh   held            held               held         is-open
                    FE    GONE            GONE               GONE         is-open
                    FEh   held            held               held         is-open
                    FL    lost            GONE               GONE         is-open
                    FLh   lost            held               held         is-open
                    FX    lost            GONE               GONE         is-open
                    FXh   lost            held               held         is-open
                    """);
}
