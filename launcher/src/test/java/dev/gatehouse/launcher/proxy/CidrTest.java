package dev.gatehouse.launcher.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,      10.255.255.255, true",
        "10.0.0.0/8,      11.0.0.0,       false",
        "192.0.2.128/25,  192.0.2.128,    true",
        "192.0.2.128/25,  192.0.2.127,    false",
        "192.0.2.7,       192.0.2.7,      true",
        "192.0.2.7,       192.0.2.8,      false",
        "0.0.0.0/0,       203.0.113.1,    true",
        "0.0.0.0/0,       ::1,            false",
        "fd00::/8,        fd12:3456::1,   true",
        "fd00::/8,        fe80::1,        false",
        "2001:db8::/33,   2001:db8:7fff::, true",
        "2001:db8::/33,   2001:db8:8000::, false",
        "::1,             ::1,            true",
        "127.0.0.1,       ::ffff:127.0.0.1, true"
    })
    void holdsTheAddressesThatShareItsPrefix(String block, String address, boolean inside) {
        assertThat(Cidr.parse(block).contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "::/129",
                ":::1",
                "10.*"
            })
    void isNeverANameOrAGuess(String block) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.parse(block))
                .withMessageContaining("\"" + block + "\"");
    }
}
