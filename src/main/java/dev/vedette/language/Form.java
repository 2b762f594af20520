package dev.vedette.language;

/**
 * What a word of a text may be a form of.
 *
 * @param base the form that a list would have, in the script and spelling of the word, folded as it
 *     is; two letters or more; a guess, so it need not exist
 * @param kept how many letters of the word the base has left as they were: the first ones for an
 *     ending, the last ones for a clitic
 * @param language BCP 47 tags of the languages that the rule is of, parted by {@code /}, likeliest
 *     first
 * @param alone whether names of more than one word have no such form: a possessive adjective like
 *     Czech <i>Novákův</i>, of which there is none for <i>Jan Novák</i>
 */
public record Form(String base, int kept, String language, boolean alone) {

  /** The same form, also of the language of another. */
  Form and(Form other) {
    return new Form(base, kept, Tags.join(language, other.language), alone && other.alone);
  }
}
