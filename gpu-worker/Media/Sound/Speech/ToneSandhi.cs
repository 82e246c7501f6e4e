using System.Text;
using System.Text.RegularExpressions;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>
/// How 不 and 一 change their tones before others (Duanmu, "The Phonology of Standard Chinese", 2007, 11.3): both rise before a falling tone, and 一
/// falls before any other; not where 一 is an ordinal or a figure among figures. The third tone espeak-ng changes by itself.
/// </summary>
internal static partial class ToneSandhi
{
    private const int Falling = 51;
    private const string Figures = "〇零一二三四五六七八九十两第";

    // After these 一 is a number of its own: the first of the month, floor one.
    private const string Counted = "月日号楼层〇零一二三四五六七八九十";

    /// <summary>Whether anything in a text may change.</summary>
    public static bool Concerns(string text) => Changing().IsMatch(text);

    /// <summary>The text with pinyin in place of the characters that change; as it is where the tones are not those of its characters.</summary>
    /// <param name="text">Chinese, as it is said.</param>
    /// <param name="phonemes">What espeak-ng makes of it, a syllable for each character, with the tone in digits.</param>
    public static string Apply(string text, string phonemes)
    {
        int[] tones = [.. Syllable().Matches(phonemes).Select(syllable => int.Parse(syllable.Groups["tone"].ValueSpan))];
        if (tones.Length != text.Count(IsHan))
            return text;
        var said = new StringBuilder();
        var number = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsHan(text[i]))
            {
                said.Append(text[i]);
                continue;
            }

            number++;
            var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            // 个 has lost its tone, but is a falling one to what stands before it.
            var falls = IsHan(after) && (after == '个' || tones[number] == Falling);
            said.Append((text[i], falls) switch
            {
                ('不', true) => "bu2",
                ('一', true) when IsFree(before, after) => "yi2",
                ('一', false) when IsHan(after) && IsFree(before, after) => "yi4",
                _ => text[i].ToString(),
            });
        }

        return said.ToString();
    }

    private static bool IsFree(char before, char after) => !Figures.Contains(before) && !Counted.Contains(after) && !char.IsAsciiDigit(before);

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or '〇';

    [GeneratedRegex(@"[^_|\s\d]+(?<tone>\d+)[^_|\s\d]*_?\|")]
    private static partial Regex Syllable();

    [GeneratedRegex(@"[不一][\u3400-\u9fff]")]
    private static partial Regex Changing();
}
