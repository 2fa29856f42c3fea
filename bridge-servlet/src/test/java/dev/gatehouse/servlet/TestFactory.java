package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.ApplicationFactory;
import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.gateway.SettingsTable;
import java.io.IOException;

/** The scheme {@code test}, whose applications cannot be made in one way or another. */
public final class TestFactory implements ApplicationFactory {

    @Override
    public String scheme() {
        return "test";
    }

    @Override
    public SettingsTable settings() {
        return SettingsTable.of();
    }

    @Override
    public Application create(String rest, Settings settings, DeploymentContext context) {
        return switch (rest) {
            case "refused" -> throw new DeploymentException("no engine", new IOException("disk"));
            case "broken" -> throw new IllegalStateException("no engine");
            default -> null;
        };
    }
}
