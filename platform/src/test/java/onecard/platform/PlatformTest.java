package onecard.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import onecard.platform.database.DatabaseTest;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class with a platform of its own: started whole, on a database of its own, reached over
/// real sockets. It comes as a parameter of type [House].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@ExtendWith(HouseExtension.class)
public @interface PlatformTest {}
