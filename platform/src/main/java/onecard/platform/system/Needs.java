package onecard.platform.system;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the permission an endpoint needs, next to its mapping. Every controller method carries
/// this, [AnyOperator] or [Open]; one that carries none is refused to everybody, and fails a test.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /// What the caller must be permitted.
    Permission value();
}
