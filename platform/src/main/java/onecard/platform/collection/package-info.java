/// The collector (通讯前置): heartbeats, and what terminals send later, on UDP 8001.
@NullMarked
@ApplicationModule(allowedDependencies = {"gate", "lists", "terminals", "purchases", "system"})
package onecard.platform.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
