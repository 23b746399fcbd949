package onecard.platform;

import java.nio.file.Path;
import java.time.Clock;
import onecard.platform.system.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulith;

/// The platform. It is started by [Main], never by itself.
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = UserDetailsServiceAutoConfiguration.class)
@Modulith(systemName = "Onecard")
public class Platform {
    /// The only place where time enters; tests bring a clock that they move.
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataFolder dataFolder(@Value("${onecard.data}") Path folder) {
        return new DataFolder(folder);
    }
}
