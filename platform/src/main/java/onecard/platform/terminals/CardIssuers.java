package onecard.platform.terminals;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Revision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The register of card issuers (发卡器). No purchase depends on it: it tells which readers there
/// should be at the desks, and which of them work.
@Service
class CardIssuers {
    static final ProblemKind PREDEFINED = new ProblemKind("card-issuer-predefined", 409);

    /// Where a desk that chose nothing is found; it cannot be removed.
    private static final IssuerNo FIRST = new IssuerNo(0);

    private static final int TEXT_MAX = 60;

    private final IssuerTable table;
    private final IssuerSignTable signs;
    private final AuditTrail audit;
    private final InstantSource clock;

    CardIssuers(IssuerTable table, IssuerSignTable signs, AuditTrail audit, InstantSource clock) {
        this.table = table;
        this.signs = signs;
        this.audit = audit;
        this.clock = clock;
    }

    /// An issuer, and what was last told of it.
    record Found(CardIssuer issuer, int version, Optional<IssuerSign> sign) {}

    /// Returns the issuers above a number.
    List<Found> after(int no, int limit) {
        Map<IssuerNo, IssuerSign> told = signs.all();
        return table.after(no, limit).stream()
                .map(row ->
                        new Found(
                                row.issuer(),
                                row.version(),
                                Optional.ofNullable(told.get(row.issuer().no()))))
                .toList();
    }

    @Transactional
    public Found register(CardIssuer issuer) {
        check(issuer);
        if (!table.add(issuer)) {
            throw Problem.field("no", "error.terminals.issuer-no-taken");
        }
        audit.record("terminals.issuer-registered", subject(issuer), details(issuer));
        return new Found(issuer, 1, Optional.empty());
    }

    /// Changes what is sent; the rest stays as it is.
    @Transactional
    public Found change(IssuerNo no, Revision seen, Optional<String> name, Optional<String> model) {
        IssuerTable.Row row = lock(no);
        CardIssuer before = row.issuer();
        seen.mustBe(row.version());
        var after =
                new CardIssuer(
                        no,
                        name.orElse(before.name()),
                        model.orElse(before.model()),
                        before.link(),
                        before.place());
        check(after);
        table.change(after);
        audit.record(
                "terminals.issuer-changed",
                subject(after),
                Map.of("before", details(before), "after", details(after)));
        return new Found(after, row.version() + 1, Optional.ofNullable(signs.all().get(no)));
    }

    @Transactional
    public void remove(IssuerNo no) {
        CardIssuer gone = lock(no).issuer();
        if (no.equals(FIRST)) {
            throw Problem.of(PREDEFINED).with("no", no.toString());
        }
        table.remove(no);
        audit.record("terminals.issuer-removed", subject(gone), details(gone));
    }

    /// Notes what the console of a desk tells of its reader. No change of the register, so not in
    /// the audit trail; of an issuer that is gone meanwhile nothing is noted.
    @Transactional
    public void heard(
            IssuerNo no, IssuerSign.Reader reader, Optional<String> name, Optional<String> bridge) {
        signs.note(no, new IssuerSign(clock.instant(), reader, name, bridge));
    }

    private IssuerTable.Row lock(IssuerNo no) {
        return table.lock(no).orElseThrow(() -> Problem.notFound("card-issuer", no.value()));
    }

    private static void check(CardIssuer issuer) {
        check("name", issuer.name());
        check("model", issuer.model());
    }

    private static void check(String field, String text) {
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        if (text.isBlank() || !text.strip().equals(text) || !plain || text.length() > TEXT_MAX) {
            throw Problem.field(field, "error.terminals.name", Map.of("max", TEXT_MAX));
        }
    }

    private static Map<String, Object> details(CardIssuer issuer) {
        return Map.of("name", issuer.name(), "model", issuer.model());
    }

    private static String subject(CardIssuer issuer) {
        return "card issuer " + issuer.no() + " " + issuer.name();
    }
}
