@NullMarked
package onecard.platform.receipts;

import org.jspecify.annotations.NullMarked;
