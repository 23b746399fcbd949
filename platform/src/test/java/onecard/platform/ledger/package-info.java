@NullMarked
package onecard.platform.ledger;

import org.jspecify.annotations.NullMarked;
