/// The attic: the sample school of the demonstration, made through the doors of the other rooms.
@ApplicationModule
@NullMarked
package onecard.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
