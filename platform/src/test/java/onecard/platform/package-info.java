/// Tests of the whole platform, and what they need to start it.
@NullMarked
package onecard.platform;

import org.jspecify.annotations.NullMarked;
