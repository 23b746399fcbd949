package onecard.platform.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.demo.Sample.SampleTerminal;
import onecard.platform.merchants.Hours;
import onecard.platform.merchants.MealPlan;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.Merchants;
import onecard.platform.merchants.OutletId;
import onecard.platform.people.GroupId;
import onecard.platform.rules.Pricing;
import onecard.platform.rules.RuleDraft;
import onecard.platform.rules.Rules;
import onecard.platform.terminals.NewTerminal;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.TerminalDesk;
import onecard.platform.terminals.TerminalKeys;
import onecard.platform.terminals.TerminalState;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.vocabulary.Window;
import org.springframework.stereotype.Component;

/// Makes what stands in the sample school's canteens: merchants, outlets, terminals and trade
/// rules. What was begun and broken off is gone on with.
@Component
class SampleCanteens {
    private static final String FIRST = "第一食堂";
    private static final String SECOND = "第二食堂";
    private static final String SHOP = "校园超市";
    private static final int SPARE_NUMBER = 99;

    /// The terminals by merchant and outlet; a price stands for fixed mode.
    private static final List<Place> PLACES =
            List.of(
                    new Place(1, FIRST, "1号窗口", 0),
                    new Place(2, FIRST, "2号窗口", 0),
                    new Place(3, FIRST, "3号窗口", 0),
                    new Place(4, FIRST, "面食窗口", 0),
                    new Place(5, FIRST, "套餐窗口", 1_200),
                    new Place(6, SECOND, "1号窗口", 0),
                    new Place(7, SECOND, "2号窗口", 0),
                    new Place(8, SECOND, "清真窗口", 0),
                    new Place(9, SECOND, "快餐窗口", 800),
                    new Place(10, SHOP, "1号收银台", 0),
                    new Place(11, SHOP, "2号收银台", 0),
                    new Place(12, SHOP, "水吧", 0));

    private static final Place SPARE = new Place(SPARE_NUMBER, FIRST, "1号窗口", 0);

    private final Merchants merchants;
    private final MealPlan meals;
    private final Rules rules;
    private final Terminals terminals;
    private final TerminalDesk desk;
    private final TerminalKeys keys;

    SampleCanteens(
            Merchants merchants,
            MealPlan meals,
            Rules rules,
            Terminals terminals,
            TerminalDesk desk,
            TerminalKeys keys) {
        this.merchants = merchants;
        this.meals = meals;
        this.rules = rules;
        this.terminals = terminals;
        this.desk = desk;
        this.keys = keys;
    }

    /// Where a terminal stands.
    private record Place(int machine, String merchant, String outlet, long fixedCents) {
        SerialNo serial() {
            return new SerialNo("OC-26%05d".formatted(machine));
        }

        Mode mode() {
            return fixedCents > 0 ? Mode.FIXED_AMOUNT : Mode.FREE_AMOUNT;
        }
    }

    /// Tells whether everything is there: the spare terminal is the last thing that is made.
    boolean complete() {
        return terminals.current().bySerial(SPARE.serial()).isPresent();
    }

    /// Makes the merchants; at the second one lunch is shorter.
    void makeMerchants(SampleMeals.Usual usual, LocalDate today) {
        for (var place : PLACES) {
            outlet(merchant(place.merchant()), place.outlet());
        }
        meals.serve(
                usual.lunch(),
                Optional.of(merchant(SECOND).id()),
                Optional.of(new Hours(LocalTime.of(11, 15), LocalTime.of(13, 0))),
                today);
    }

    /// Makes the trade rules, those that are not there yet by their names.
    void makeRules(Map<SamplePlan.Kind, GroupId> groups, SampleMeals.Usual usual) {
        var canteens = Set.of(merchant(FIRST).id(), merchant(SECOND).id());
        var shop = Set.of(merchant(SHOP).id());
        for (var group : groups.entrySet()) {
            switch (group.getKey()) {
                case PUPIL -> pupils(group.getValue(), usual, canteens, shop);
                case STAFF -> staff(group.getValue(), usual, canteens);
                case GUEST -> guests(group.getValue());
            }
        }
        add(RuleDraft.siteDefault("未分组人员").limited(Map.of(), Map.of(Window.PURCHASE, yuan(100))));
    }

    private void pupils(
            GroupId pupils,
            SampleMeals.Usual usual,
            Set<MerchantId> canteens,
            Set<MerchantId> shop) {
        add(
                RuleDraft.forGroups("学生用餐", pupils)
                        .at(canteens, Set.of())
                        .limited(
                                Map.of(Window.MEAL, 6),
                                Map.of(Window.PURCHASE, yuan(30), Window.DAY, yuan(150))));
        add(
                RuleDraft.forGroups("学生正餐九折", pupils)
                        .at(canteens, Set.of(usual.lunch(), usual.dinner()))
                        .priced(new Pricing.Discount(9_000)));
        add(
                RuleDraft.forGroups("学生超市限额", pupils)
                        .at(shop, Set.of())
                        .limited(Map.of(), Map.of(Window.DAY, yuan(40), Window.WEEK, yuan(120))));
    }

    private void staff(GroupId staff, SampleMeals.Usual usual, Set<MerchantId> canteens) {
        add(
                RuleDraft.forGroups("教职工午餐", staff)
                        .at(canteens, Set.of(usual.lunch()))
                        .limited(Map.of(Window.MEAL, 6), Map.of())
                        .priced(new Pricing.ByMealNumber(List.of(yuan(5)), yuan(12))));
    }

    private void guests(GroupId guests) {
        add(RuleDraft.forGroups("来宾加收一成", guests).priced(new Pricing.Surcharge(11_000, "来宾服务费")));
    }

    /// Makes the terminals, the spare one last.
    void makeTerminals() {
        for (var place : PLACES) {
            make(place);
        }
        make(SPARE);
    }

    /// Returns the terminals that buy by themselves and are still in service.
    List<SampleTerminal> fleet() {
        return PLACES.stream().flatMap(place -> sample(place).stream()).toList();
    }

    /// Returns the spare terminal, with a new key if somebody took the old one away.
    SampleTerminal spare() {
        return sample(SPARE)
                .orElseGet(() -> {
                    make(SPARE);
                    return sample(SPARE).orElseThrow();
                });
    }

    private void make(Place place) {
        var there = terminals.current().bySerial(place.serial());
        if (there.isPresent()) {
            if (there.get().state() == TerminalState.REVOKED) {
                desk.rotateKey(there.get().id());
            }
            return;
        }
        var merchant = merchant(place.merchant());
        desk.register(
                new NewTerminal(
                        place.serial(),
                        Optional.of(new MachineNo(place.machine())),
                        name(place),
                        merchant.id(),
                        Optional.of(outlet(merchant, place.outlet()))));
    }

    private static String name(Place place) {
        return place.machine() == SPARE_NUMBER ? "备用机" : place.merchant() + place.outlet();
    }

    private Optional<SampleTerminal> sample(Place place) {
        var register = terminals.current();
        return register.bySerial(place.serial())
                .flatMap(terminal -> key(terminal).map(key -> sample(place, terminal, key)));
    }

    private SampleTerminal sample(Place place, Terminal terminal, String key) {
        return new SampleTerminal(
                terminal.serial().value(),
                key,
                merchants.find(terminal.merchant()).map(Merchant::name).orElse(place.merchant()),
                terminal.machineNo().map(MachineNo::value),
                place.mode(),
                place.fixedCents());
    }

    /// The newest key of a terminal that is in service.
    private Optional<String> key(Terminal terminal) {
        return keys.keysOf(terminal.serial()).stream()
                .findFirst()
                .map(key -> new String(key.secret().getEncoded(), StandardCharsets.US_ASCII));
    }

    private Merchant merchant(String name) {
        return merchants.all().stream()
                .filter(merchant -> merchant.name().equals(name))
                .findFirst()
                .orElseGet(() -> merchants.add(name));
    }

    private OutletId outlet(Merchant merchant, String name) {
        return merchant.outlets().stream()
                .filter(outlet -> outlet.name().equals(name))
                .findFirst()
                .orElseGet(() -> merchants.addOutlet(merchant.id(), name))
                .id();
    }

    private void add(RuleDraft draft) {
        if (rules.all().stream().noneMatch(rule -> rule.draft().name().equals(draft.name()))) {
            rules.add(draft);
        }
    }

    private static Money yuan(long yuan) {
        return Money.ofCents(100 * yuan);
    }
}
