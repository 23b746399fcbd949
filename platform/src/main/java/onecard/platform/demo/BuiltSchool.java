package onecard.platform.demo;

import java.time.Clock;
import onecard.platform.system.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Builds the sample school step by step; each step passes over what is there, so that a start that
/// was broken off is gone on with, and a school that is complete is left as its users made it.
@Service
class BuiltSchool implements SampleSchool {
    /// The same school on every machine.
    static final long SEED = 20_260_901;

    private static final Logger LOG = LoggerFactory.getLogger(BuiltSchool.class);

    private final SampleMeals meals;
    private final SamplePeople people;
    private final SampleCanteens canteens;
    private final Settings settings;
    private final Clock clock;

    BuiltSchool(
            SampleMeals meals,
            SamplePeople people,
            SampleCanteens canteens,
            Settings settings,
            Clock clock) {
        this.meals = meals;
        this.people = people;
        this.canteens = canteens;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Sample prepare() {
        var plan = SamplePlan.of(SEED);
        if (!canteens.complete()) {
            var usual = meals.make();
            canteens.makeMerchants(usual, settings.current().siteDay(clock.instant()));
            canteens.makeRules(people.make(plan), usual);
            canteens.makeTerminals();
            LOG.info("sample-school-made people={}", plan.people().size());
        }
        meals.serveNow();
        return new Sample(canteens.fleet(), canteens.spare(), people.rack(plan), meals.visits());
    }
}
