@NullMarked
package onecard.platform.purchases.books;

import org.jspecify.annotations.NullMarked;
