/// Face terminals (人脸机): the service they call on TCP 9901, who is on them, and whom they
/// recognised. Pictures pass through here on their way to a terminal and are kept nowhere.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"people", "photos", "terminals", "gate", "system", "database"})
package onecard.platform.faces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
