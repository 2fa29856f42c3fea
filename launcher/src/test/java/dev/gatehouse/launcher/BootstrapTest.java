package dev.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {

    private static final int CLASS_FILE_OF_JAVA_8 = 52;

    @ParameterizedTest
    @CsvSource({"1.8, true", "9, true", "11, true", "16, true", "17, false", "25, false"})
    void turnsAwayJvmsBefore17(String specificationVersion, boolean tooOld) {
        assertThat(Bootstrap.tooOld(specificationVersion)).isEqualTo(tooOld);
    }

    @Test
    void isAClassFileThatAnOldJvmCanLoad() throws IOException {
        try (DataInputStream code =
                new DataInputStream(Bootstrap.class.getResourceAsStream("Bootstrap.class"))) {
            code.readInt();
            code.readUnsignedShort();
            assertThat(code.readUnsignedShort()).isEqualTo(CLASS_FILE_OF_JAVA_8);
        }
    }
}
