/// The server: one Spring Boot application, a room per package. Here is only what starts it.
@NullMarked
package onecard.platform;

import org.jspecify.annotations.NullMarked;
