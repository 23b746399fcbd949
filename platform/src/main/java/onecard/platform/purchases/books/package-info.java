/// Whether the books balance: the live figure, the full check, and what this room adds to it.
@NullMarked
package onecard.platform.purchases.books;

import org.jspecify.annotations.NullMarked;
