/// What a group may buy, how often, for how much and at which price (联机交易规则). The decision is a
/// pure function, [onecard.platform.rules.Rulebook#decide]: facts in, verdict out; no clock, no
/// query, no log.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"people", "merchants", "jobs", "sheets", "system", "database"})
package onecard.platform.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
