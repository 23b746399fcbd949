package onecard.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import onecard.platform.cards.CardCentre;
import onecard.platform.cards.Channel;
import onecard.platform.cards.SubsidyMode;
import onecard.platform.cards.TopUp;
import onecard.platform.cards.TopUps;
import onecard.platform.merchants.Hours;
import onecard.platform.merchants.Meal;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.MealPlan;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.Merchants;
import onecard.platform.merchants.NewMeal;
import onecard.platform.people.Departments;
import onecard.platform.people.GroupId;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.purchases.Order;
import onecard.platform.purchases.Outcome;
import onecard.platform.purchases.Purchases;
import onecard.platform.terminals.NewTerminal;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.TerminalDesk;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.SerialNo;
import onecard.vocabulary.VoidReason;

/// A canteen for tests in a house: whoever wants to eat finds a meal, a till and a card here.
public final class Canteen {
    /// The zone of the site.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalDate OPENED = LocalDate.of(2024, 1, 1);

    private final House house;
    private final Map<String, Meal> meals = new HashMap<>();
    private final Map<SerialNo, Long> drawn = new HashMap<>();
    private Optional<Instant> moment = Optional.empty();
    private int cards;
    private int machines;

    /// Opens a canteen in a house; it has no meals yet.
    public Canteen(House house) {
        this.house = house;
    }

    /// Somebody with a card.
    public record Eater(PersonId id, Person person, CardUid card) {}

    /// Serves a meal every day.
    ///
    /// @param hours `11:00-13:00`
    public Meal serves(String name, String nameEn, MealKind kind, String hours) {
        String[] ends = hours.split("-", -1);
        Meal meal =
                house.asAdministrator(() ->
                        house.bean(MealPlan.class)
                                .add(
                                        new NewMeal(
                                                name,
                                                Optional.of(nameEn),
                                                kind,
                                                meals.size(),
                                                new Hours(
                                                        LocalTime.parse(ends[0]),
                                                        LocalTime.parse(ends[1])),
                                                Optional.of(OPENED))));
        meals.put(name, meal);
        return meal;
    }

    /// Lets somebody sell here.
    public Merchant merchant(String name) {
        return house.asAdministrator(() -> house.bean(Merchants.class).add(name));
    }

    /// Puts up a till.
    public Terminal till(Merchant merchant) {
        machines++;
        return house.asAdministrator(() ->
                        house.bean(TerminalDesk.class)
                                .register(
                                        new NewTerminal(
                                                new SerialNo("TILL-%04d".formatted(machines)),
                                                Optional.of(new MachineNo(machines)),
                                                "Till " + machines,
                                                merchant.id(),
                                                Optional.empty())))
                .terminal();
    }

    /// Enters somebody, issues a card and tops it up.
    public Eater eater(String name, Optional<GroupId> group, long cashCents, long subsidyCents) {
        cards++;
        var card = new CardUid("04A1B2%02X".formatted(cards));
        return house.asAdministrator(() -> {
            Person person =
                    house.bean(People.class)
                            .add(
                                    new NewPerson(
                                            Optional.empty(),
                                            name,
                                            house.bean(Departments.class).root().id(),
                                            group,
                                            Optional.empty()));
            house.bean(CardCentre.class).issue(person.id(), card, Optional.empty());
            var eater = new Eater(person.id(), person, card);
            if (cashCents + subsidyCents > 0) {
                topUp(eater, cashCents, subsidyCents);
            }
            return eater;
        });
    }

    /// Enters somebody without a group.
    public Eater eater(String name, long cashCents, long subsidyCents) {
        return eater(name, Optional.empty(), cashCents, subsidyCents);
    }

    /// Tops somebody up.
    public void topUp(Eater eater, long cashCents, long subsidyCents) {
        house.asAdministrator(() ->
                house.bean(TopUps.class)
                        .topUp(
                                UUID.randomUUID(),
                                new TopUp(
                                        eater.id(),
                                        Money.ofCents(cashCents),
                                        Money.ofCents(subsidyCents),
                                        SubsidyMode.ACCUMULATE,
                                        Optional.empty(),
                                        Channel.CASH,
                                        "")));
    }

    /// Moves the clock of the house to a moment of the site, `2024-11-12 17:30:00`.
    public Instant at(String time) {
        Instant now = LocalDateTime.parse(time.replace(' ', 'T')).atZone(ZONE).toInstant();
        house.clock().goTo(now);
        moment = Optional.of(now);
        return now;
    }

    /// Taps a card for an amount, now.
    public Outcome buys(Eater eater, Terminal till, long cents) {
        return taps(eater.card(), till, Mode.FREE_AMOUNT, cents);
    }

    /// Taps any card, exactly at the moment that was named last.
    public Outcome taps(CardUid card, Terminal till, Mode mode, long cents) {
        return taps(new Instrument.Card(card, false), till, mode, cents);
    }

    /// Holds anything to the till, exactly at the moment that was named last.
    public Outcome taps(Instrument held, Terminal till, Mode mode, long cents) {
        Instant now = now();
        return taken(
                new Order.Sale(
                        new PurchaseId(till.serial(), drawn.merge(till.serial(), 1L, Long::sum)),
                        mode,
                        held,
                        Money.ofCents(cents),
                        now,
                        now));
    }

    /// Takes the till's last purchase back, now.
    public Outcome takesBack(Terminal till, VoidReason why) {
        return taken(
                new Order.TakeBack(
                        new PurchaseId(till.serial(), drawn.getOrDefault(till.serial(), 1L)),
                        why,
                        now()));
    }

    private Instant now() {
        return moment.orElseGet(() -> house.clock().instant());
    }

    /// Hires somebody who sees these merchants only, and signs them in.
    ///
    /// @param role `MANAGER`, `CLERK`, `ACCOUNTANT`
    /// @param language `zh-CN` or `en`
    public Browser hires(String name, String role, String language, List<Integer> merchants) {
        Map<String, Object> body =
                Map.of(
                        "name", name,
                        "displayName", name,
                        "password", "first day " + House.PASSWORD,
                        "roles", List.of(role),
                        "language", language,
                        "merchants", merchants);
        Browser.Answer hired = house.administrator().post("/api/v1/operators", body);
        if (hired.status() != 201) {
            throw new AssertionError("Nobody was hired: " + hired);
        }
        Browser browser = house.browser();
        browser.signIn(name, "first day " + House.PASSWORD);
        Browser.Answer changed =
                browser.put(
                        "/api/v1/session/password",
                        Map.of("old", "first day " + House.PASSWORD, "password", House.PASSWORD));
        if (changed.status() != 204) {
            throw new AssertionError("The password stayed: " + changed);
        }
        return browser;
    }

    private Outcome taken(Order order) {
        try {
            return house.bean(Purchases.class).take(order).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
