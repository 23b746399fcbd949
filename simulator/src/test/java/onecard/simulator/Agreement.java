package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.SerialNo;

/// Terminals' slips and the books, compared one to one.
final class Agreement {
    private Agreement() {}

    /// Both know the same numbers, with the same content, decision and end; no number is left open.
    static void between(SerialNo terminal, List<Slip> slips, LittleBooks books) {
        Map<Long, LittleBooks.Claim> claims = books.claimsOf(terminal);
        for (Slip slip : slips) {
            assertThat(slip.state())
                    .as("%s #%d", terminal, slip.seq())
                    .isNotIn(Slip.State.OPEN, Slip.State.VOIDING, Slip.State.OTHER_CONTENT);
            assertThat(claims).as("%s #%d", terminal, slip.seq()).containsKey(slip.seq());
            agree(terminal, slip, Optional.ofNullable(claims.get(slip.seq())).orElseThrow());
        }
        assertThat(slips.stream().map(Slip::seq).toList())
                .as("numbers of %s", terminal)
                .containsExactlyInAnyOrderElementsOf(claims.keySet());
    }

    private static void agree(SerialNo terminal, Slip slip, LittleBooks.Claim claim) {
        String which = terminal + " #" + slip.seq();
        claim.content()
                .ifPresent(content ->
                        assertThat(content)
                                .as("content of %s", which)
                                .isEqualTo(LittleBooks.Content.of(slip.sale())));
        assertThat(slip.voidOutcome()).as("void of %s", which).isEqualTo(claim.voided());
        if (slip.voidReason().isEmpty()) {
            assertThat(slip.decision()).as("decision of %s", which).isEqualTo(claim.decision());
        }
        assertThat(slip.standing().cents())
                .as("standing charge of %s", which)
                .isEqualTo(claim.standing().cents());
    }
}
