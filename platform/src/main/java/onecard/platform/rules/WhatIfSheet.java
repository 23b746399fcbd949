package onecard.platform.rules;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Groups;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.sheets.SheetWriter;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import org.springframework.stereotype.Component;

/// The purchases that other rules would have decided differently, as a table for Excel.
@Component
class WhatIfSheet {
    private static final List<String> COLUMNS =
            List.of(
                    "at",
                    "person-no",
                    "person",
                    "group",
                    "merchant",
                    "meal",
                    "keyed",
                    "effect",
                    "was",
                    "was-net",
                    "would",
                    "would-net",
                    "rule");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int PEOPLE_AT_ONCE = 500;

    private final People people;
    private final Groups groups;
    private final Merchants merchants;
    private final MealPeriods meals;
    private final Messages messages;

    WhatIfSheet(
            People people,
            Groups groups,
            Merchants merchants,
            MealPeriods meals,
            Messages messages) {
        this.people = people;
        this.groups = groups;
        this.merchants = merchants;
        this.meals = meals;
        this.messages = messages;
    }

    void write(OutputStream out, Language language, List<WhatIfTable.Row> rows) throws IOException {
        List<String> heading =
                COLUMNS.stream()
                        .map(column -> messages.say(language, "rules.what-if." + column))
                        .toList();
        Names names = names(language);
        SheetWriter.write(
                out,
                messages.say(language, "rules.what-if.sheet"),
                heading,
                lines -> {
                    for (int from = 0; from < rows.size(); from += PEOPLE_AT_ONCE) {
                        var some = rows.subList(from, Math.min(from + PEOPLE_AT_ONCE, rows.size()));
                        Map<PersonId, Person> who = peopleOf(some);
                        for (WhatIfTable.Row row : some) {
                            lines.write(cells(language, names, who, row));
                        }
                    }
                });
    }

    private record Names(
            Map<Integer, String> groups,
            Map<Integer, String> merchants,
            Map<Integer, String> meals) {}

    private Names names(Language language) {
        Map<Integer, String> groupNames = new HashMap<>();
        groups.all().forEach(group -> groupNames.put(group.id().value(), group.name()));
        Map<Integer, String> merchantNames = new HashMap<>();
        merchants.all().forEach(each -> merchantNames.put(each.id().value(), each.name()));
        Map<Integer, String> mealNames = new HashMap<>();
        meals.meals()
                .forEach(meal ->
                        mealNames.put(
                                meal.id().value(),
                                switch (language) {
                                    case EN -> meal.nameEn().orElse(meal.name());
                                    case ZH_CN -> meal.name();
                                }));
        return new Names(groupNames, merchantNames, mealNames);
    }

    private Map<PersonId, Person> peopleOf(Collection<WhatIfTable.Row> rows) {
        Set<PersonId> ids =
                rows.stream().map(row -> new PersonId(row.person())).collect(Collectors.toSet());
        return people.find(ids);
    }

    private List<String> cells(
            Language language, Names names, Map<PersonId, Person> who, WhatIfTable.Row row) {
        Optional<Person> person = Optional.ofNullable(who.get(new PersonId(row.person())));
        var cells = new ArrayList<String>();
        cells.add(MOMENT.format(row.at()));
        cells.add(person.map(one -> one.number().value()).orElse(""));
        cells.add(person.map(Person::name).orElse(""));
        cells.add(row.group().map(id -> names.groups().getOrDefault(id, "")).orElse(""));
        cells.add(names.merchants().getOrDefault(row.merchant(), ""));
        cells.add(row.meal().map(id -> names.meals().getOrDefault(id, "")).orElse(""));
        cells.add(Money.ofCents(row.keyedCents()).toString());
        cells.add(messages.say(language, "rules.what-if.effect." + row.effect().name()));
        cells.add(ending(language, row.wasRefused()));
        cells.add(Money.ofCents(row.wasNetCents()).toString());
        cells.add(ending(language, row.wouldBeRefused()));
        cells.add(Money.ofCents(row.wouldBeNetCents()).toString());
        cells.add(row.rule());
        return cells;
    }

    private String ending(Language language, Optional<Refusal> refused) {
        return messages.say(
                language, "rules.what-if.ending." + refused.map(Enum::name).orElse("TAKEN"));
    }
}
