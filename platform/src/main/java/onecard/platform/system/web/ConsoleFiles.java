package onecard.platform.system.web;

import java.io.IOException;
import java.time.Duration;
import onecard.platform.system.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the console out of its jar. What carries a hash in its name is kept by the browser for a
/// year; everything else is asked for each time. An address that is a page of the console, not a
/// file, gets the page that finds it.
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebMvcConfigurer {
    private static final String FILES = "classpath:/META-INF/resources/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        files.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new PageResolver());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, Revision.class, ConsoleFiles::revision);
    }

    /// Reads `"7"`, and `W/"7"` as a proxy makes of it.
    private static Revision revision(String etag) {
        String text = etag.startsWith("W/") ? etag.substring(2) : etag;
        if (text.length() < 3 || !text.startsWith("\"") || !text.endsWith("\"")) {
            throw new IllegalArgumentException("A revision stands in quotes, not " + etag);
        }
        return new Revision(Long.parseLong(text.substring(1, text.length() - 1)));
    }

    private static final class PageResolver extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location)
                throws IOException {
            Resource file = super.getResource(path, location);
            if (file != null || !isPage(path)) {
                return file;
            }
            return super.getResource("index.html", location);
        }

        private static boolean isPage(String path) {
            return !path.startsWith("api/")
                    && !path.startsWith("actuator")
                    && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
        }
    }
}
