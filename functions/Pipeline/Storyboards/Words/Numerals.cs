namespace SoraFunctions.Pipeline.Storyboards.Words;

/// <summary>Chinese numerals up to 99.</summary>
internal static class Numerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number that begins at a place and where it ends; the place itself when none begins there.</summary>
    public static (int Value, int End) At(string text, int start)
    {
        var end = start;
        var tens = 0;
        var ones = 0;
        if (Digit(text, end) is { } first)
        {
            ones = first;
            end++;
        }

        if (end < text.Length && text[end] == '十')
        {
            tens = end == start ? 1 : ones;
            ones = 0;
            end++;
            if (Digit(text, end) is { } last)
            {
                ones = last;
                end++;
            }
        }

        return ((tens * 10) + ones, end);
    }

    private static int? Digit(string text, int i) => i >= text.Length ? null : text[i] switch
    {
        '两' => 2,
        var c when Digits.IndexOf(c) is >= 0 and var value => value,
        _ => null,
    };
}
