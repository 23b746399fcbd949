package onecard.platform.reports.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.system.Operator;
import onecard.platform.system.Permission;

/// A report as it is declared. Its title and what it is for are `reports.<name>.title` and
/// `.purpose` in the message bundle.
///
/// @param name in addresses
/// @param needs what an operator must be permitted, besides seeing reports
/// @param order the columns by which rows are sorted; together they are different in every row
/// @param ties columns that are the sum of others, in every row
/// @param proof the same sums from another of the books
/// @param choices codes that can be chosen from
/// @param ofBooks whether its figures are worth nothing while the books do not balance
record Report(
        String name,
        Chapter chapter,
        Set<Permission> needs,
        List<Column> columns,
        List<String> order,
        Source source,
        List<Tie> ties,
        Optional<Proof> proof,
        boolean ofBooks,
        Map<Filter, List<String>> choices) {
    /// The two kinds of reports (明细类, 统计类).
    enum Chapter {
        DETAILS,
        SUMMARIES
    }

    /// A column that is the sum of others.
    record Tie(String whole, List<String> parts) {}

    /// The same sums from another of the books; it is asked where it knows every filter.
    record Proof(Source source, List<String> columns) {}

    Report {
        needs = Set.copyOf(needs);
        columns = List.copyOf(columns);
        order = List.copyOf(order);
        ties = List.copyOf(ties);
        choices = Map.copyOf(choices);
    }

    static Report details(String name, Source source, List<Column> columns) {
        return new Report(
                name,
                Chapter.DETAILS,
                Set.of(),
                columns,
                List.of(),
                source,
                List.of(),
                Optional.empty(),
                true,
                Map.of());
    }

    static Report summary(String name, Source source, List<Column> columns) {
        return new Report(
                name,
                Chapter.SUMMARIES,
                Set.of(),
                columns,
                List.of(),
                source,
                List.of(),
                Optional.empty(),
                true,
                Map.of());
    }

    Report sortedBy(String... keys) {
        return new Report(
                name,
                chapter,
                needs,
                columns,
                List.of(keys),
                source,
                ties,
                proof,
                ofBooks,
                choices);
    }

    Report needing(Permission first, Permission... more) {
        return new Report(
                name,
                chapter,
                EnumSet.of(first, more),
                columns,
                order,
                source,
                ties,
                proof,
                ofBooks,
                choices);
    }

    /// Demands that in every row a column is the sum of others.
    Report tied(String whole, String... parts) {
        var more = new ArrayList<>(ties);
        more.add(new Tie(whole, List.of(parts)));
        return new Report(
                name, chapter, needs, columns, order, source, more, proof, ofBooks, choices);
    }

    /// Demands that these columns come to the same from another of the books.
    Report proved(Source other, String... keys) {
        return new Report(
                name,
                chapter,
                needs,
                columns,
                order,
                source,
                ties,
                Optional.of(new Proof(other, List.of(keys))),
                ofBooks,
                choices);
    }

    /// Offers these codes to choose from.
    Report offering(Filter filter, String... codes) {
        var more = new HashMap<>(choices);
        more.put(filter, List.of(codes));
        return new Report(name, chapter, needs, columns, order, source, ties, proof, ofBooks, more);
    }

    /// Says nothing about money: it stands whatever the books say.
    Report withoutBooks() {
        return new Report(
                name, chapter, needs, columns, order, source, ties, proof, false, choices);
    }

    /// Tells whether this operator may read it. Rows that belong to no merchant are not for those
    /// who see some merchants only.
    boolean isFor(Operator reader) {
        boolean everywhere = reader.merchants().forSql() == null;
        return reader.permissions().containsAll(needs)
                && (everywhere || source.merchant().isPresent());
    }

    Column column(String key) {
        return columns.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + key));
    }
}
