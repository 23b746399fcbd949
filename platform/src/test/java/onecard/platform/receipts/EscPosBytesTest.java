package onecard.platform.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PlatformTest
class EscPosBytesTest {
    // Font A, bold, size, underline, justification, line spacing, black on white.
    private static final String PLAIN = "1b4d301b45001d21001b2d301b61301b321d4200";
    private static final String STRONG = "1b4d301b45011d21001b2d301b61301b321d4200";
    private static final String CENTRED = "1b4d301b45011d21001b2d301b61311b321d4200";
    private static final String LARGE = "1b4d301b45001d21111b2d301b61311b321d4200";

    // Initialise, Chinese characters on; four lines, partial cut.
    private static final String BEGIN = "1b401c26";
    private static final String END = PLAIN + "0a0a0a0a1d5631";

    // Encoded by another program. The name is 95 34 b2 35 · 81 39 ee 39 · c8 fd.
    private static final String A_TOP_UP =
            BEGIN
                    + LARGE
                    + "baecc6ecd0a1d1a70a"
                    + CENTRED
                    + "b3e4d6b50a"
                    + PLAIN
                    + "2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d"
                    + "0a"
                    + PLAIN
                    + "b5a5bac52020202020202020202020202020202020202020202020302d372d30"
                    + "0a"
                    + PLAIN
                    + "cab1bce4202020202020202020323032362d30332d30322031313a33303a3035"
                    + "0a"
                    + PLAIN
                    + "b2d9d7f7d4b12020202020202020202020202020202020202020c0eecaa6b8b5"
                    + "0a"
                    + PLAIN
                    + "c8cbd4b1b1e0bac5202020202020202020202020202020202020202030303432"
                    + "0a"
                    + PLAIN
                    + "d0d5c3fb202020202020202020202020202020202020202020209534b2358139"
                    + "ee39c8fd0a"
                    + PLAIN
                    + "bfa8bac520202020202020202020202020202020202020203034433143324333"
                    + "0a"
                    + PLAIN
                    + "2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d"
                    + "0a"
                    + PLAIN
                    + "cfd6bdf0b3e4d6b52020202020202020202020202020202020202035302e3030"
                    + "0a"
                    + STRONG
                    + "cab5cad5a3a8cfd6bdf0a3a920202020202020202020202020202035302e3030"
                    + "0a"
                    + PLAIN
                    + "2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d"
                    + "0a"
                    + STRONG
                    + "cfd6bdf0d3e0b6ee2020202020202020202020202020202020202037302e3530"
                    + "0a"
                    + PLAIN
                    + "bdf0b6eeb5a5cebba3bad4aa0a"
                    + END;

    private final Messages messages;

    EscPosBytesTest(House house) {
        messages = house.bean(Messages.class);
    }

    /// A top-up of somebody with two rare characters in the name.
    private static Receipt aTopUp() {
        return new Receipt(
                ReceiptSubject.OPERATION,
                "7",
                "红旗小学",
                "充值",
                Optional.of("0-7-0"),
                OffsetDateTime.parse("2026-03-02T11:30:05+08:00"),
                "李师傅",
                Optional.of(new Receipt.Holder("0042", "𠮷㐀三", Optional.of("04C1C2C3"))),
                List.of(
                        Receipt.Figure.of("现金充值", Money.ofCents(5_000)),
                        Receipt.Figure.strong("实收（现金）", Money.ofCents(5_000))),
                List.of(Receipt.Figure.strong("现金余额", Money.ofCents(7_050))),
                List.of());
    }

    private String printed(Paper paper, Optional<Reprint> reprint) {
        var lines = Sheet.of(aTopUp(), reprint, messages, Language.ZH_CN, paper);
        return HexFormat.of().formatHex(EscPosBytes.of(lines));
    }

    @Test
    @DisplayName("M-151 A top-up in Chinese, byte for byte, as another program encodes it")
    void a_top_up_byte_for_byte() {
        var paper = new Paper(Paper.Width.COLUMNS_32, Paper.RareCharacters.SEND);
        assertThat(printed(paper, Optional.empty())).isEqualTo(A_TOP_UP);
    }

    @Test
    @DisplayName(
            "M-151 Where a printer knows two bytes only, a rare character is 〓; a reprint says so")
    void a_reprint_says_so() {
        var paper = new Paper(Paper.Width.COLUMNS_32, Paper.RareCharacters.REPLACE);
        var reprint = new Reprint(1, OffsetDateTime.parse("2026-03-02T11:40:00+08:00"), "王");
        var printed = printed(paper, Optional.of(reprint));
        assertThat(printed)
                .contains("d0d5c3fb" + "20".repeat(22) + "a1fea1fec8fd0a")
                .contains(
                        CENTRED
                                + HexFormat.of()
                                        .formatHex(
                                                "补打 第 1 次 2026-03-02 11:40:00"
                                                        .getBytes(Glyphs.GB18030)))
                .doesNotContain("1b70");
        assertThat(printed(paper, Optional.empty()))
                .doesNotContain(HexFormat.of().formatHex("补打".getBytes(Glyphs.GB18030)));
    }

    @Test
    @DisplayName("M-151 On paper of 80 mm figures end in column 48")
    void on_wider_paper() {
        var paper = new Paper(Paper.Width.COLUMNS_48, Paper.RareCharacters.REPLACE);
        assertThat(Sheet.of(aTopUp(), Optional.empty(), messages, Language.EN, paper))
                .filteredOn(line -> line.look() != Sheet.Look.LARGE)
                .filteredOn(line -> line.look() != Sheet.Look.CENTRED)
                .filteredOn(line -> !line.text().startsWith("Amounts"))
                .allSatisfy(line -> assertThat(Glyphs.width(line.text())).isEqualTo(48));
    }
}
