/// What callers read: sentences in both languages, and problems made of them.
@NullMarked
package onecard.platform.system.answers;

import org.jspecify.annotations.NullMarked;
