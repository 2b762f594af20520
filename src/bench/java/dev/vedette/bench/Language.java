package dev.vedette.bench;

import dev.vedette.article.Article;
import java.io.IOException;
import java.util.List;

/** Languages that are told by a word which no text in them does long without. */
public enum Language {
  ENGLISH(" the "),
  RUSSIAN(" что "),
  CHINESE("的"),
  ARABIC(" في ");

  /** In UTF-16 units. */
  private static final int WITHOUT = 300;

  private static final int TEXTS = 20;

  private final String sign;

  Language(String sign) {
    this.sign = sign;
  }

  /** The first texts in it. */
  List<String> texts(BenchData data) throws IOException {
    return data.articles().stream()
        .map(Article::body)
        .filter(text -> text.split(sign, -1).length > 1 + text.length() / WITHOUT)
        .limit(TEXTS)
        .toList();
  }
}
