package onecard.platform.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import onecard.platform.people.PersonNo;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;

/// Who the sample school is, before it is made. Pure: a seed gives a school.
///
/// @param departments parents before their children
/// @param people in the order of their numbers within each kind
record SamplePlan(List<Place> departments, List<Someone> people) {
    private static final int YEARS = 3;
    private static final int CLASSES = 3;
    private static final int PUPILS_PER_CLASS = 29;
    private static final int TEACHERS = 22;
    private static final int HELPERS = 8;
    private static final int GUESTS = 9;
    private static final int LAST_YEAR = 2026;
    private static final int UNUSUAL_EVERY = 45;

    SamplePlan {
        departments = List.copyOf(departments);
        people = List.copyOf(people);
    }

    /// A department.
    ///
    /// @param parent the name of the one above; empty for the school itself
    record Place(String name, String parent) {}

    /// What somebody is to the school, and the group's code and value.
    enum Kind {
        PUPIL("S", "学生", 1),
        STAFF("T", "教职工", 2),
        GUEST("G", "来宾", 3);

        private final String code;
        private final String groupName;
        private final int value;

        Kind(String code, String groupName, int value) {
            this.code = code;
            this.groupName = groupName;
            this.value = value;
        }

        String code() {
            return code;
        }

        String groupName() {
            return groupName;
        }

        int value() {
            return value;
        }
    }

    /// A person with a card and money.
    record Someone(
            PersonNo number,
            String name,
            String department,
            Kind kind,
            CardUid card,
            Money cash,
            Money subsidy) {}

    /// Returns the school of this seed.
    static SamplePlan of(long seed) {
        return new Draft(new SplittableRandom(seed)).plan();
    }

    /// A school while it is drawn.
    private static final class Draft {
        private final RandomGenerator random;
        private final SampleNames names;
        private final List<Place> places = new ArrayList<>();
        private final List<Someone> people = new ArrayList<>();
        private final Set<CardUid> cards = new HashSet<>();

        Draft(RandomGenerator random) {
            this.random = random;
            this.names = new SampleNames(random);
        }

        SamplePlan plan() {
            for (int year = 1; year <= YEARS; year++) {
                year(year);
            }
            places.add(new Place("教职工", ""));
            places.add(new Place("教学部", "教职工"));
            places.add(new Place("后勤部", "教职工"));
            places.add(new Place("来宾", ""));
            for (int number = 1; number <= TEACHERS + HELPERS; number++) {
                var where = number <= TEACHERS ? "教学部" : "后勤部";
                add("T%03d".formatted(number), where, Kind.STAFF);
            }
            for (int number = 1; number <= GUESTS; number++) {
                add("G%02d".formatted(number), "来宾", Kind.GUEST);
            }
            return new SamplePlan(places, people);
        }

        private void year(int year) {
            var name = "初" + "一二三".charAt(year - 1);
            places.add(new Place(name + "年级", ""));
            for (int room = 1; room <= CLASSES; room++) {
                var department = name + "（" + room + "）班";
                places.add(new Place(department, name + "年级"));
                for (int seat = 1; seat <= PUPILS_PER_CLASS; seat++) {
                    int entered = LAST_YEAR - year + 1;
                    add("%d%02d%02d".formatted(entered, room, seat), department, Kind.PUPIL);
                }
            }
        }

        private void add(String number, String department, Kind kind) {
            boolean unusual = people.size() % UNUSUAL_EVERY == UNUSUAL_EVERY / 2;
            people.add(
                    new Someone(
                            new PersonNo(number),
                            unusual ? names.unusual() : names.next(),
                            department,
                            kind,
                            card(kind),
                            cash(kind),
                            subsidy(kind)));
        }

        /// Pupils and guests have plain cards of four bytes, staff have processor cards of seven.
        private CardUid card(Kind kind) {
            while (true) {
                var uid =
                        kind == Kind.STAFF
                                ? new CardUid("04%012X".formatted(random.nextLong(1L << 48)))
                                : new CardUid("%08X".formatted(random.nextInt()));
                if (cards.add(uid)) {
                    return uid;
                }
            }
        }

        /// One in twenty has next to nothing, so that a till can be seen to refuse.
        private Money cash(Kind kind) {
            if (random.nextInt(20) == 0) {
                return Money.ofCents(200);
            }
            int least = kind == Kind.STAFF ? 30 : 15;
            return Money.ofCents(1_000L * random.nextInt(least, 60));
        }

        private Money subsidy(Kind kind) {
            return switch (kind) {
                case PUPIL -> random.nextInt(3) == 0 ? Money.ofCents(15_000) : Money.ZERO;
                case STAFF -> Money.ofCents(20_000);
                case GUEST -> Money.ZERO;
            };
        }
    }
}
