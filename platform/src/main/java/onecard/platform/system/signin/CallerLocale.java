package onecard.platform.system.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import onecard.platform.system.CurrentOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// Lets Spring's own words (what a field must be) be in the language of ours.
@Component("localeResolver")
class CallerLocale implements LocaleResolver {
    private final CurrentOperator operator;

    CallerLocale(CurrentOperator operator) {
        this.operator = operator;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return operator.language().locale();
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is the operator's");
    }
}
