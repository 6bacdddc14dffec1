package onrecord.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

/// Tests run with the arguments that the application is started with from the build.
class VectorInstructionsTest {

  @Test
  void distancesAreComputedByVectorInstructions() throws ReflectiveOperationException {
    var used = VectorUtil.class.getDeclaredField("IMPL");
    used.setAccessible(true);

    assertThat(used.get(null).getClass().getSimpleName()).isEqualTo("PanamaVectorUtilSupport");
  }
}
