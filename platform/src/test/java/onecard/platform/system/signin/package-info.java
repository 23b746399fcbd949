@NullMarked
package onecard.platform.system.signin;

import org.jspecify.annotations.NullMarked;
