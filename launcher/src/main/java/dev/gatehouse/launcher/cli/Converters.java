package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.proxy.Cidr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of the command line that are more than text or numbers. */
final class Converters {

    private Converters() {}

    /** See {@link Cidr#parse}. */
    static final class ToCidr implements ITypeConverter<Cidr> {
        @Override
        public Cidr convert(String text) {
            return parse(Cidr::parse, text);
        }
    }

    /** See {@link Classpath#parse}. */
    static final class ToClasspath implements ITypeConverter<Classpath> {
        @Override
        public Classpath convert(String text) {
            return parse(Classpath::parse, text);
        }
    }

    /** An existing folder, absolute. */
    static final class ToFolder implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            Path folder = Path.of(text).toAbsolutePath().normalize();
            if (!Files.isDirectory(folder)) {
                throw new TypeConversionException("no such folder: " + folder);
            }
            return folder;
        }
    }

    private static <T> T parse(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
