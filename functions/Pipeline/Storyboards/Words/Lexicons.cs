namespace SoraFunctions.Pipeline.Storyboards.Words;

/// <summary>Chooses the vocabulary that a text is written in.</summary>
internal static class Lexicons
{
    /// <summary>How much more of a text a further language must know than English to be taken for it.</summary>
    private const double More = 1.25;

    /// <summary>The part of a text that is of little English words when it is surely English.</summary>
    private const double English = 0.05;

    /// <summary>The vocabulary that knows most of a text.</summary>
    /// <param name="text">The text, quotations taken out.</param>
    public static Lexicon For(string text)
    {
        var little = Languages.EnglishLetters(text);
        switch (Languages.Of(text))
        {
            case "en" when little > English * text.Length:
                return Lexicon.BuiltIn;
            case "ja":
                return Lexicon.Of("ja");
            case null or "ko" or ['z', 'h', ..]:
                return Lexicon.BuiltIn;
            case ("es" or "fr" or "de") and var told when Known(text, Lexicon.Of(told)) > Known(text, Lexicon.BuiltIn):
                return Lexicon.Of(told);
        }

        var english = Math.Max(1, Known(text, Lexicon.BuiltIn) + little);
        var best = Lexicon.Further.Where(language => language != "ja").Select(language => (Lexicon: Lexicon.Of(language), Known: Known(text, Lexicon.Of(language)))).MaxBy(pair => pair.Known);
        return best.Known > More * english ? best.Lexicon : Lexicon.BuiltIn;
    }

    /// <summary>How many letters of a text are of words that a vocabulary has.</summary>
    private static int Known(string text, Lexicon lexicon) =>
        Segmenter.Tokens(text, lexicon).Where(token => token.Senses.Count > 0 && char.IsLetter(token.Text[0])).Sum(token => token.Text.Length);
}
