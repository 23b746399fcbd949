/// The allow list and the block list (白名单, 黑名单) of the cards, for terminals that cannot ask:
/// changed together with the card, numbered version by version, handed out as differences or whole.
@NullMarked
@ApplicationModule(allowedDependencies = {"cards", "people", "system", "database"})
package onecard.platform.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
