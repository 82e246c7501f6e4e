namespace SoraFunctions.Media.Lettering;

/// <summary>
/// The shapes of Arabic letters by what they join (Unicode standard, 9.2, and the block Arabic Presentation Forms-B): for measuring,
/// since a letter in a word is narrower than by itself. libass shapes what is drawn.
/// </summary>
internal static class ArabicForms
{
    // Each letter with its isolated shape; the final one follows it, then the initial and the medial one where it joins both ways.
    private static readonly Dictionary<char, (char Isolated, bool Both)> _letters = Letters();

    /// <summary>The word with each letter as it is joined.</summary>
    public static string Joined(string text)
    {
        if (!text.Any(_letters.ContainsKey))
            return text;
        var shaped = new char[text.Length];
        var length = 0;
        var joins = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '\u064b' and <= '\u0652' or '\u0670')
            {
                shaped[length++] = c;
            }
            else if (c == '\u0644' && Next(text, i) is var at && at < text.Length && Ligature(text[at]) is { } alef)
            {
                shaped[length++] = (char)(alef + (joins ? 1 : 0));
                (i, joins) = (at, false);
            }
            else if (_letters.TryGetValue(c, out var letter))
            {
                var (follows, both) = (Next(text, i) is var next && next < text.Length && (_letters.ContainsKey(text[next]) || text[next] == '\u0640') && text[next] != '\u0621', letter.Both);
                shaped[length++] = (char)(letter.Isolated + (joins, both && follows) switch { (true, true) => 3, (false, true) => 2, (true, false) => 1, _ => 0 });
                joins = both;
            }
            else
            {
                shaped[length++] = c;
                joins = c == '\u0640';
            }
        }

        return new string(shaped, 0, length);
    }

    private static int Next(string text, int i)
    {
        do
            i++;
        while (i < text.Length && text[i] is >= '\u064b' and <= '\u0652' or '\u0670');
        return i;
    }

    private static char? Ligature(char alef) => alef switch { '\u0622' => '\ufef5', '\u0623' => '\ufef7', '\u0625' => '\ufef9', '\u0627' => '\ufefb', _ => null };

    private static Dictionary<char, (char Isolated, bool Both)> Letters()
    {
        var letters = new Dictionary<char, (char, bool)>();
        var shape = '\ufe80';
        foreach (var (from, to) in new[] { ('\u0621', '\u063a'), ('\u0641', '\u064a') })
        {
            for (var c = from; c <= to; c++)
            {
                var alone = c == '\u0621';
                var both = !alone && c is not ('\u0622' or '\u0623' or '\u0624' or '\u0625' or '\u0627' or '\u0629' or '\u062f' or '\u0630' or '\u0631' or '\u0632' or '\u0648' or '\u0649');
                letters[c] = (shape, both);
                shape += (char)(alone ? 1 : both ? 4 : 2);
            }
        }

        return letters;
    }
}
