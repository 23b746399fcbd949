package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.system.Language;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// There is a sentence for everything that can happen to a purchase, in both languages.
@PlatformTest
class WhyWordsTest {
    private static final Named NAMES =
            new Named(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(7, "学生午餐"));

    private WhyWords words;

    @BeforeEach
    void listen(House house) {
        words = house.bean(WhyWords.class);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    @DisplayName("D-51 every refusal has its own sentence, whatever it counted over")
    void every_refusal_has_a_sentence(Refusal refusal) {
        for (Language language : Language.values()) {
            var sentences = new ArrayList<String>();
            sentences.add(refused(refusal, Optional.empty(), language));
            for (Window window : Window.values()) {
                sentences.add(refused(refusal, Optional.of(window), language));
            }
            assertThat(sentences).allSatisfy(WhyWordsTest::isWhole);
        }
    }

    @Test
    void no_two_refusals_sound_the_same() {
        for (Language language : Language.values()) {
            var sentences = new HashSet<String>();
            for (Refusal refusal : Refusal.values()) {
                sentences.add(refused(refusal, Optional.of(Window.DAY), language));
            }
            assertThat(sentences).hasSize(Refusal.values().length);
        }
    }

    @Test
    @DisplayName("W-09 a limit is explained by rule, window, limit, used and left")
    void a_limit_is_explained() {
        assertThat(refused(Refusal.AMOUNT_LIMIT, Optional.of(Window.WEEK), Language.EN))
                .isEqualTo("Rule “学生午餐” allows 30.00 per week; 25.50 used this week, 4.50 left.");
        assertThat(refused(Refusal.COUNT_LIMIT, Optional.of(Window.MONTH), Language.ZH_CN))
                .isEqualTo("规则“学生午餐”每月限 3000 次，本月已用 2550 次，还剩 450 次。");
    }

    @Test
    void a_rule_that_was_removed_is_named_by_its_number() {
        var line =
                line(
                        JournalRow.Kind.ONLINE,
                        Optional.of(Refusal.OUTSIDE_TIME_WINDOW),
                        bound(8, Optional.empty()),
                        Bill.NOTHING,
                        Mode.FREE_AMOUNT,
                        Optional.empty());
        assertThat(words.sentence(line, NAMES, Language.EN))
                .isEqualTo("Rule “removed rule 8” does not allow purchases at this time.");
    }

    @ParameterizedTest
    @EnumSource(JournalRow.Kind.class)
    void every_kind_of_row_has_a_sentence(JournalRow.Kind kind) {
        var bills =
                List.of(Bill.NOTHING, bill(10_00, 0, 0), bill(10_00, 1_00, 0), bill(10_00, 0, 50));
        for (Language language : Language.values()) {
            for (Bill bill : bills) {
                for (Mode mode : Mode.values()) {
                    for (var undoes :
                            List.of(
                                    Optional.<JournalRow.Undone>empty(),
                                    Optional.of(
                                            new JournalRow.Undone(
                                                    JournalNumber.of(1, 2, 3).value(),
                                                    LocalDate.EPOCH)))) {
                        var line =
                                line(
                                        kind,
                                        Optional.empty(),
                                        bound(7, Optional.empty()),
                                        bill,
                                        mode,
                                        undoes);
                        assertThat(words.sentence(line, NAMES, language))
                                .satisfies(WhyWordsTest::isWhole);
                    }
                }
            }
        }
    }

    /// A gap that nothing filled is written as a dash.
    private static void isWhole(String sentence) {
        assertThat(sentence).isNotBlank().doesNotContain("–", "{", "}");
        assertThat(sentence).matches("(?s).*[.。]$");
    }

    private String refused(Refusal refusal, Optional<Window> window, Language language) {
        return words.sentence(
                line(
                        JournalRow.Kind.ONLINE,
                        Optional.of(refusal),
                        bound(7, window),
                        Bill.NOTHING,
                        Mode.FREE_AMOUNT,
                        Optional.empty()),
                NAMES,
                language);
    }

    private static Optional<Outcome.Bound> bound(int rule, Optional<Window> window) {
        return Optional.of(new Outcome.Bound(rule, "", window, 30_00, 25_50, 4_50));
    }

    private static Bill bill(long gross, long discount, long surcharge) {
        Money net = Money.ofCents(gross - discount + surcharge);
        return new Bill(
                Money.ofCents(gross),
                Money.ofCents(discount),
                Money.ofCents(surcharge),
                net,
                net,
                Money.ZERO,
                surcharge == 0 ? Optional.empty() : Optional.of(7));
    }

    private static JournalLine line(
            JournalRow.Kind kind,
            Optional<Refusal> refusal,
            Optional<Outcome.Bound> bound,
            Bill bill,
            Mode mode,
            Optional<JournalRow.Undone> undoes) {
        var row =
                new JournalRow(
                        JournalNumber.of(1, 5, 0).value(),
                        LocalDate.EPOCH,
                        kind,
                        new Claim(3, 99),
                        Instant.EPOCH,
                        Optional.empty(),
                        new JournalRow.Content(mode, Paper.NONE, Money.ofCents(12_00)),
                        new Place(3, 1, Optional.empty(), true),
                        new JournalRow.MealDay(LocalDate.EPOCH, Optional.empty()),
                        Optional.of(
                                new JournalRow.Who(
                                        new AccountId(1),
                                        1,
                                        Optional.empty(),
                                        Optional.empty(),
                                        1,
                                        Money.ofCents(1_00),
                                        Money.ofCents(2_00))),
                        bill,
                        refusal,
                        bound,
                        undoes);
        return new JournalLine(row, Instant.EPOCH, false);
    }
}
