package dev.gatehouse.launcher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** What {@code java -jar gatehouse.war} takes besides a command. */
@Command(
        name = "java -jar gatehouse.war",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpWidth = 100,
        description = "Runs programs written for a gateway interface on an embedded Tomcat.",
        footer = {
            "",
            "Without a command the options are those of serve. Every command explains itself:",
            "java -jar gatehouse.war COMMAND --help"
        })
final class RootCommand {

    /** Says what is running. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Product.line()};
        }
    }
}
