package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

  private final BodyBudget budget = new BodyBudget(1_000);
  private final List<String> log = new ArrayList<>();

  private BodyBudget.Share holding(int bytes) {
    BodyBudget.Share share = budget.open();
    share.add(bytes);
    return share;
  }

  private void wants(String name, BodyBudget.Share share) {
    share.whenFree(() -> log.add(name));
  }

  @Test
  void anAnswerComesAtOnceWhereThereIsRoom() {
    wants("a", holding(500));
    wants("b", holding(400));

    assertThat(log).containsExactly("a", "b");
    assertThat(budget.held()).isEqualTo(900);
  }

  @Test
  void whereThereIsNoneOneGoesOnAndTheOthersWait() {
    BodyBudget.Share a = holding(600);
    BodyBudget.Share b = holding(600);
    BodyBudget.Share c = holding(10);
    wants("a", a);
    wants("b", b);
    wants("c", c);
    a.add(100);
    wants("a again", a);
    assertThat(log).containsExactly("a", "a again");

    a.close();
    assertThat(log).containsExactly("a", "a again", "b", "c");
    assertThat(budget.held()).isEqualTo(610);
  }

  @Test
  void theNextInLineGoesOnWhenTheOneThatWasLetGoOnIsDone() {
    BodyBudget.Share large = holding(5_000);
    BodyBudget.Share first = holding(5_000);
    BodyBudget.Share second = holding(5_000);
    wants("large", large);
    wants("first", first);
    wants("second", second);
    large.close();

    assertThat(log).containsExactly("large", "first");
  }

  @Test
  void oneThatIsClosedWaitsNoMoreAndHoldsNothing() {
    BodyBudget.Share large = holding(5_000);
    BodyBudget.Share late = holding(5_000);
    wants("large", large);
    wants("late", late);
    late.close();
    late.close();
    late.add(300);
    wants("late again", late);
    large.close();

    assertThat(log).containsExactly("large");
    assertThat(budget.held()).isZero();
  }
}
