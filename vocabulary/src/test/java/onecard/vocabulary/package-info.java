@NullMarked
package onecard.vocabulary;

import org.jspecify.annotations.NullMarked;
