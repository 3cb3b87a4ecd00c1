package io.github.teapeer.signaling.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are what {@code new URL(…).searchParams} says. */
class QueryParametersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id=anna|anna",
        "key=k&id=anna&token=t|anna",
        "id=first&id=last|last",
        "id=a+b%20c|a b c",
        "id=a%2Bb|a+b",
        "id=%C3%A4%F0%9F%98%80|ä😀",
        "id=ä|ä",
        "id=a=b|a=b",
        "id=100%|100%",
        "id=%4|%4",
        "id=%zz%41|%zzA",
        "id=%ff|\uFFFD",
        "%69%64=anna|anna",
        "id=__proto__|__proto__",
        "&&id=anna&|anna",
        "id|''",
        "id=|''",
        "ID=anna|''",
        "''|''",
        "__proto__=anna|''"
      })
  void parametersAreReadAsBrowsersWriteThem(String query, String id) {
    assertThat(QueryParameters.parse(query).get("id")).isEqualTo(id);
  }

  @Test
  void anAddressMayHaveNoQuery() {
    assertThat(QueryParameters.parse(null).get("id")).isEmpty();
  }
}
