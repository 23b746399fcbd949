/// The authorisation service (联机交易服务): decides purchases online, on UDP 8002.
@NullMarked
@ApplicationModule(allowedDependencies = {"gate", "terminals", "purchases", "system"})
package onecard.platform.authorization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
