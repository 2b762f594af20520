package dev.vedette.bench;

import dev.vedette.article.Article;
import dev.vedette.text.Tokens;

/** Folds and tokenises only: what no engine that reads words could do without. */
final class TokensEngine implements Engine {

  private final Tokens tokens = new Tokens();

  @Override
  public void find(Article article, Mentions mentions) {
    tokens.read(article.body());
    mentions.at(NO_NAME, 0, tokens.count());
  }

  @Override
  public boolean findsNames() {
    return false;
  }
}
