package onecard.platform.system;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says in the description of the API which words a text may be: the names of enums, and some more.
/// For a component that holds such a word as text because no enum of ours has all of them.
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {
    /// The enums whose names it may be.
    Class<? extends Enum<?>>[] value() default {};

    /// Words beside theirs.
    String[] or() default {};
}
