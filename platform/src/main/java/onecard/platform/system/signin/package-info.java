/// Operators, how they sign in, what they may do, and the first run that makes the first of them.
@NullMarked
package onecard.platform.system.signin;

import org.jspecify.annotations.NullMarked;
